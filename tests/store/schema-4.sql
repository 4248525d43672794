CREATE TABLE amend_schema (
  version INTEGER NOT NULL,
  PRIMARY KEY (version)
);

CREATE TABLE file (
  sha256 VARCHAR(64) NOT NULL,
  size INTEGER NOT NULL,
  data BLOB NOT NULL,
  added TEXT NOT NULL,
  PRIMARY KEY (sha256)
);

CREATE TABLE notice (
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  "where" TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (position)
);

CREATE TABLE paragraph (
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id VARCHAR(400) NOT NULL,
  label JSON,
  runs JSON NOT NULL,
  source JSON NOT NULL,
  role TEXT NOT NULL,
  printed TEXT,
  parent TEXT,
  path TEXT NOT NULL,
  status TEXT,
  brackets JSON NOT NULL,
  comments JSON NOT NULL,
  mark_inserted JSON,
  mark_deleted JSON,
  PRIMARY KEY (revision, position),
  UNIQUE (revision, id),
  FOREIGN KEY(revision) REFERENCES revision ("key") ON DELETE CASCADE
);

CREATE TABLE posting (
  page INTEGER NOT NULL,
  position INTEGER NOT NULL,
  n INTEGER NOT NULL,
  line_start INTEGER NOT NULL,
  line_end INTEGER NOT NULL,
  text_start INTEGER NOT NULL,
  text_end INTEGER NOT NULL,
  opening TEXT NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  kind_tags JSON NOT NULL,
  stage TEXT,
  stage_basis TEXT,
  thread TEXT,
  reply_to TEXT,
  organisations JSON NOT NULL,
  organisation_basis TEXT,
  supporters JSON NOT NULL,
  parties JSON NOT NULL,
  person TEXT,
  email TEXT,
  date TEXT,
  date_kind TEXT,
  dates JSON NOT NULL,
  language TEXT,
  "references" JSON NOT NULL,
  non_references JSON NOT NULL,
  proposals JSON NOT NULL,
  supersedes INTEGER,
  duplicate_of INTEGER,
  resubmission_of INTEGER,
  endorses JSON NOT NULL,
  endorses_others JSON NOT NULL,
  attachment TEXT NOT NULL,
  attachments JSON NOT NULL,
  truncated BOOLEAN NOT NULL,
  complete BOOLEAN NOT NULL,
  uncertain JSON NOT NULL,
  notes JSON NOT NULL,
  PRIMARY KEY (page, position),
  FOREIGN KEY(page) REFERENCES register ("key") ON DELETE CASCADE
);

CREATE TABLE proposal (
  submission INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id VARCHAR(400) NOT NULL,
  "by" JSON NOT NULL,
  operation TEXT NOT NULL,
  source JSON NOT NULL,
  base TEXT NOT NULL,
  target JSON NOT NULL,
  paragraphs JSON NOT NULL,
  text TEXT NOT NULL,
  cut TEXT NOT NULL,
  anchor JSON,
  place JSON,
  whole TEXT,
  supporters JSON NOT NULL,
  endorses JSON NOT NULL,
  date TEXT,
  complete BOOLEAN NOT NULL,
  supersedes TEXT,
  raw TEXT NOT NULL,
  PRIMARY KEY (submission, position),
  FOREIGN KEY(submission) REFERENCES submission ("key") ON DELETE CASCADE
);

CREATE TABLE register (
  "key" INTEGER NOT NULL,
  file VARCHAR(400) NOT NULL,
  aliases JSON NOT NULL,
  notices JSON NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  added TEXT NOT NULL,
  PRIMARY KEY ("key"),
  UNIQUE (file),
  FOREIGN KEY(sha256) REFERENCES file (sha256)
);

CREATE TABLE revision (
  "key" INTEGER NOT NULL,
  spelling VARCHAR(400) NOT NULL,
  name TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  format TEXT NOT NULL,
  language TEXT,
  date TEXT,
  notices JSON NOT NULL,
  added TEXT NOT NULL,
  PRIMARY KEY ("key"),
  UNIQUE (spelling),
  FOREIGN KEY(sha256) REFERENCES file (sha256)
);

CREATE TABLE ruling (
  "key" INTEGER NOT NULL,
  digest VARCHAR(64) NOT NULL,
  matter TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "on" TEXT NOT NULL,
  reason TEXT NOT NULL,
  proposal TEXT,
  fate TEXT,
  revision TEXT,
  old_revision TEXT,
  old JSON NOT NULL,
  new JSON NOT NULL,
  added TEXT NOT NULL,
  PRIMARY KEY ("key"),
  UNIQUE (digest)
);

CREATE TABLE submission (
  "key" INTEGER NOT NULL,
  file VARCHAR(400) NOT NULL,
  "by" JSON NOT NULL,
  "on" TEXT,
  notices JSON NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  added TEXT NOT NULL,
  PRIMARY KEY ("key"),
  UNIQUE (file),
  FOREIGN KEY(sha256) REFERENCES file (sha256)
);

CREATE TABLE withdrawal (
  ruling INTEGER NOT NULL,
  "by" TEXT NOT NULL,
  "on" TEXT NOT NULL,
  reason TEXT NOT NULL,
  added TEXT NOT NULL,
  PRIMARY KEY (ruling),
  FOREIGN KEY(ruling) REFERENCES ruling ("key")
);

CREATE INDEX ix_proposal_id ON proposal (id);

CREATE INDEX ix_register_sha256 ON register (sha256);

CREATE INDEX ix_revision_sha256 ON revision (sha256);

CREATE INDEX ix_submission_sha256 ON submission (sha256);

INSERT INTO amend_schema VALUES (1);

INSERT INTO amend_schema VALUES (2);

INSERT INTO amend_schema VALUES (3);

INSERT INTO amend_schema VALUES (4);
