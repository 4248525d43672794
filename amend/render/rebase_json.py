"""Rebased proposals in, what `amend rebase --json` prints out."""

from __future__ import annotations

from typing import Any

from amend.model.rebased import Astray, Nearest, Rebased, State
from amend.render.json import SCHEMA, proposal_of, source_of
from amend.render.rebase import Reading, RebaseReport


def rebase_document(report: RebaseReport) -> dict[str, Any]:
    """Return each proposal with its state, and the new set with how the text would read."""
    rebase = report.rebase
    met: dict[str, list[str]] = {}
    for collision in report.collisions:
        for one in collision.proposals:
            met.setdefault(one, []).extend(each for each in collision.proposals if each != one)
    readings: dict[str, list[Reading]] = {}
    for each in report.readings:
        readings.setdefault(each.proposal, []).append(each)
    return {
        "schema": SCHEMA,
        "revision": rebase.revision,
        "counts": {state.value: rebase.count(state) for state in State},
        "results": [_result(each) for each in rebase.results],
        "proposals": [
            {
                **proposal_of(each),
                "collides_with": list(dict.fromkeys(met.get(each.id, ()))),
                "readings": [_reading(reading) for reading in readings.get(each.id, ())],
            }
            for each in rebase.proposals
        ],
        "notices": [
            {"code": each.code, "where": each.where, "text": each.text} for each in report.notices
        ],
    }


def _result(result: Rebased) -> dict[str, Any]:
    proposal = result.proposal
    return {
        "id": proposal.id,
        "by": list(proposal.by),
        "operation": proposal.operation,
        "base": proposal.base,
        "target": [str(each) for each in proposal.target],
        "state": result.state,
        "reason": result.reason,
        "carried": [each.id for each in result.carried],
        "done": list(result.done),
        "astray": [_astray(each) for each in result.astray],
        "source": source_of(proposal.source),
    }


def _astray(astray: Astray) -> dict[str, Any]:
    return {
        "text": astray.text,
        "cut": astray.cut,
        "reason": astray.reason,
        "nearest": None if astray.nearest is None else _nearest(astray.nearest),
    }


def _nearest(nearest: Nearest) -> dict[str, Any]:
    label = None if nearest.label is None else str(nearest.label)
    return {"paragraph": nearest.paragraph, "label": label, "text": nearest.text}


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "paragraph": reading.paragraph or None,
        "label": None if reading.label is None else str(reading.label),
        "before": reading.before,
        "after": reading.after,
    }
