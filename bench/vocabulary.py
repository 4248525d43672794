"""The words of the generated drafts: lists written for this bench, commonest first.

A list is used with falling frequency from its head to its tail, as words are in real prose.
Verbs are chosen so that "-ing" can be joined to them by rule.
"""

from __future__ import annotations


def _words(table: str) -> tuple[str, ...]:
    return tuple(table.split())


def _phrases(table: str) -> tuple[str, ...]:
    return tuple(table.split("|"))


VERBS = _words("""
strengthen promote support ensure improve develop provide address implement enhance facilitate
protect encourage reduce increase establish consider maintain review expand integrate share
mobilize monitor adopt achieve build prevent advance foster recognize create uphold accelerate
invest assess coordinate eliminate finance extend respect guarantee restore simplify safeguard
harmonize empower train evaluate collect publish disseminate broaden deepen consolidate sustain
reinforce pursue explore identify measure counter combat tackle mitigate remove overcome resolve
settle welcome register certify inspect license test document map chart index archive catalogue
audit verify compare align adjust adapt revise update renew replace transform modernize digitize
automate secure shield insulate repair rebuild relocate reopen reclaim replant irrigate dredge
purify recycle reuse compost store transport deliver distribute allocate apportion earmark
disburse reimburse compensate insure subsidize tax price value weigh estimate forecast project
simulate model calibrate sample survey interview consult notify inform alert warn rescue shelter
host receive admit resettle reunite accompany counsel educate teach tutor mentor coach recruit
employ promise pledge honour ratify sign deposit translate interpret clarify define describe
illustrate demonstrate commemorate celebrate acknowledge appreciate applaud endorse confirm
reaffirm restate underline emphasize stress convene chair moderate host attend observe witness
investigate prosecute penalize sanction deter discourage phase suspend resume delegate authorize
appoint nominate elect designate entrust reward motivate inspire involve engage enlist organize
""")

NOUNS = _words("""
development cooperation rights access services capacity measures policies support implementation
resources protection information assistance education health participation management security
partnerships programmes work action progress data employment technology trade finance growth
training governance infrastructure research innovation needs standards opportunities conditions
communities institutions systems strategies frameworks mechanisms efforts challenges practices
knowledge investment energy water food housing mobility transport agriculture industry tourism
fisheries forests soils rivers coasts oceans wetlands glaciers mountains deserts islands harbours
cities villages schools clinics hospitals libraries laboratories workshops markets roads bridges
railways ports airports borders customs tariffs quotas licences permits contracts wages pensions
savings loans grants debts taxes subsidies remittances budgets accounts audits reserves markets
statistics indicators censuses surveys registers archives records maps satellites sensors networks
platforms software devices batteries turbines panels grids pipelines reservoirs wells pumps canals
drainage sanitation hygiene nutrition vaccination medicines diagnosis treatment rehabilitation
prevention preparedness resilience adaptation mitigation recovery reconstruction insurance relief
shelter evacuation forecasting warning biodiversity habitats species seeds crops livestock pastures
orchards grains fertilizers pesticides residues pollutants emissions waste plastics chemicals metals
minerals quarries mines smelters refineries factories warehouses logistics supply procurement
accountability transparency integrity legislation regulation jurisprudence arbitration mediation
reconciliation dialogue diplomacy disarmament demobilization verification safeguards inspections
languages heritage museums festivals literature broadcasting journalism literacy numeracy
apprenticeships scholarships curricula examinations degrees qualifications competencies mentoring
childcare parenthood adolescence adulthood retirement bereavement disability dignity equality
diversity inclusion tolerance solidarity citizenship statelessness identity documentation
naturalization asylum return reintegration trafficking smuggling detention counselling remedies
compensation restitution testimony evidence proceedings judgments appeals registration notification
ratification accession signature reservations amendments annexes protocols declarations compacts
aquifers estuaries mangroves reefs lagoons peatlands tundra savannahs watersheds deltas floodplains
avalanches landslides earthquakes cyclones droughts wildfires heatwaves epidemics outbreaks
""")

ADJECTIVES = _words("""
sustainable international national effective economic social inclusive equal human appropriate
regional global local relevant adequate timely safe public environmental technical financial
available necessary comprehensive coherent practical affordable reliable transparent accountable
predictable additional voluntary multilateral bilateral cultural digital scientific legal political
gender-responsive child-sensitive age-sensitive rights-based evidence-based community-led long-term
short-term medium-term cross-border cross-cutting low-carbon high-quality large-scale small-scale
integrated coordinated targeted tailored flexible robust innovative creative strategic operational
administrative judicial legislative parliamentary municipal rural urban coastal mountainous remote
landlocked arid tropical polar alpine insular riverine seasonal temporary permanent interim gradual
rapid immediate urgent regular annual biennial quarterly periodic continuous systematic rigorous
independent impartial neutral objective comparable disaggregated anonymous confidential secure
accessible portable interoperable compatible durable renewable recyclable biodegradable organic
nutritious potable hygienic preventive curative palliative maternal prenatal paediatric geriatric
psychosocial occupational vocational tertiary secondary primary informal formal customary
traditional indigenous ancestral historic contemporary emerging established recognized
certified accredited mandatory optional provisional binding enforceable proportionate lawful
equitable fair just humane
dignified respectful peaceful orderly responsible prudent cautious ambitious realistic measurable
achievable traceable verifiable auditable auxiliary ancillary residual marginal peripheral nascent
dormant obsolete redundant fragmented scattered uneven acute chronic latent hazardous toxic saline
""")

GROUPS = _phrases(
    "all people|women and girls|migrants|children|young people|local communities|older persons|"
    "persons with disabilities|workers|families|indigenous peoples|small farmers|refugees|students|"
    "teachers|host communities|health workers|small enterprises|consumers|civil society|"
    "rural households|fishing communities|informal workers|seafarers|domestic workers|"
    "returning migrants|pastoralists|unaccompanied children|survivors of violence|tenants|"
    "first-time voters|language minorities|craft workers|cooperatives|night-shift workers|"
    "volunteers|single parents|apprentices|bus and tram drivers|island dwellers|beekeepers|"
    "market traders|librarians|border residents|harbour pilots|seasonal pickers|shepherds"
)

ACTORS = _phrases(
    "Member States|the Secretary-General|the United Nations system|Governments|"
    "the secretariat|international organizations|regional organizations|all stakeholders|"
    "development partners|the private sector|local authorities|civil society organizations|"
    "donors|national parliaments|the co-facilitators|academic institutions|regional commissions|"
    "development banks|the resident coordinators|trade unions|employers|the specialized agencies|"
    "the working group|the preparatory committee|the drafting committee|the expert panel|"
    "the subsidiary body|the credentials committee|customs authorities|statistical offices|"
    "labour inspectorates|port authorities|river basin commissions|meteorological services|"
    "national archives|school boards|election observers|patent offices|standards bodies|"
    "ombudspersons|municipal councils|farmers' unions|housing associations|coast guards"
)

OPENINGS = _phrases(
    "recognize|commit to|note|reaffirm|encourage|stress|welcome|acknowledge|call for|emphasize|"
    "recall|underline|request|urge|support|express concern at|decide on|reiterate|invite|"
    "take note of|look forward to|highlight|deplore|commend|express appreciation for|insist on|"
    "bear in mind|remain concerned by|attach importance to|regret|endorse|warn against"
)

DEMANDS = _phrases(
    "call upon|encourage|invite|urge|request|appeal to|ask|remind|exhort|mandate|instruct|"
    "authorize|challenge|count on|expect"
)

MODALS = ("should", "shall", "will", "may", "must", "can")

# Set phrases that recur word for word in many paragraphs, as they do in any negotiated text.
STOCK = _phrases(
    "in line with national circumstances and priorities|"
    "in accordance with international law|"
    "as appropriate and where applicable|"
    "with full respect for human rights and fundamental freedoms|"
    "taking into account different national realities and capacities|"
    "with the support of the international community|"
    "in particular in developing countries|"
    "leaving no one behind and starting with those furthest behind|"
    "within existing mandates and available resources|"
    "at the national, regional and global levels|"
    "on mutually agreed terms and conditions|"
    "through international cooperation and the exchange of good practices|"
    "regardless of their status and at all stages|"
    "while respecting the sovereignty of States|"
    "including through capacity-building and the transfer of technology|"
    "in a spirit of solidarity and shared responsibility|"
    "based on the best available science and knowledge|"
    "by means of adequate, predictable and sustainable financing|"
    "in close consultation with all relevant stakeholders|"
    "with a view to achieving the goals set out above|"
    "as a matter of priority and without delay|"
    "in a transparent, inclusive and accountable manner|"
    "free from discrimination of any kind|"
    "with special attention to persons in vulnerable situations|"
    "building on the lessons learned so far|"
    "without prejudice to the outcome of other negotiations|"
    "including by closing the gaps that remain between and within countries|"
    "in an integrated and balanced way|"
    "through a whole-of-government and whole-of-society approach|"
    "with due regard to the rights of future generations|"
    "subject to the availability of voluntary contributions|"
    "as well as other forms of violence, abuse and exploitation|"
    "on the basis of disaggregated and comparable data|"
    "and to report on the progress made at the next session|"
    "at an early stage and on a continuing basis|"
    "in conformity with domestic legislation and obligations|"
    "with the meaningful participation of those concerned|"
    "avoiding any duplication of work already under way|"
    "in keeping with the purposes of this declaration|"
    "both in law and in practice, online and offline"
)

# Short paragraphs that stand in one draft many times over; all of them are our own wording.
BOILERPLATE = (
    "Requests the secretariat to keep this matter on its list of open points.",
    "Agrees to come back to this question when the committee meets again.",
    "Invites written comments on this paragraph before the end of the month.",
    "Takes note of the oral report that was given under this heading.",
    "Asks the co-facilitators to consult further and to report on the outcome.",
    "Leaves the wording of this paragraph open for the time being.",
    "Thanks all delegations that have sent proposals on this subject.",
    "Refers the matter to the drafting committee for a legal reading.",
    "Notes that no agreement has been reached on this point so far.",
    "Encourages delegations to bridge their remaining differences in small groups.",
    "Expresses its thanks to the host country for the arrangements made.",
    "Defers the discussion of this subject to the following session.",
    "Confirms the understanding recorded in the summary of the chair.",
    "Decides to include this question in the agenda of its next session.",
)

INSTRUMENTS = _words("""
Compact Protocol Programme Framework Accord Initiative Platform Roadmap Facility Charter Mechanism
Partnership Network Fund Agenda Strategy Convention Dialogue Observatory Register Centre Alliance
""")

# Parts that invented names are put together from: rare words that stand in few paragraphs.
SYLLABLES = _words("""
va ko mi re sa tu lo ne ri da be zo pa lu ke ma so ti no gu vel mor tam ber nis kol dar fen rud
sel han jor pel wen tor bal lis mer gan cas tul bren stal grim thor quin dres plav skel
""")
ENDINGS = _words("""
ra na vik sk mont dale essa une ard ia mere holm ova eth ingen or ust ane elle by
""")
