"""A fictional meeting with a bit of all that a review decides: people of the room in four scripts and others, offices,
places, dates, money, quotations, an aside, and speakers who give themselves away.
"""

from __future__ import annotations

from typing import Any

PEOPLE: tuple[tuple[str, str, str, str, str], ...] = (
    ("Tak Seung-ho", "탁승호", "up", "former_official", "former minister of water"),
    ("Myung Da-rin", "명다린", "up", "official", "deputy director, Upper Rivers Agency"),
    ("Ottoline Brenvik", "", "up", "specialist", "hydrologist"),
    ("Nawfal al-Harbuni", "نوفل الحربوني", "down", "former_official", "former ambassador"),
    ("Qiao Ruilan", "乔瑞岚", "down", "specialist", "director, Delta Research Institute"),
    ("Ferran Torquist", "", "down", "legislator", "member of parliament"),
    ("Ysolde Gormond", "", "host", "facilitator", "facilitator"),
    ("Anselm Pell", "", "host", "chair", "chair"),
    ("Eun Bo-ra", "은보라", "", "interpreter", "interpreter"),
)
FIRST = (
    ("p8", "procedure", "The chair opened. The rule of the house was read out."),
    ("p1", "statement", "The dams upstream hold nine weeks of water, not more."),
    ("p4", "statement", "Agreed with tak that nine weeks is not a policy."),
    ("p4", "statement", "When I was ambassador we measured the river by the colour of the carpets."),
    ("p2", "statement", "The Upper Rivers Agency has published its tables since March."),
    ("p5", "statement", "Brenvik asked for the same tables two years ago and was sent a calendar."),
    ("p3", "statement", "That calendar was a good one. 乔瑞岚 laughed and kept it."),
    ("p6", "statement", "Minister Orsolya Kestner told him that the budget has 40 million for gauges."),
    ("p6", "statement", "Kestner will not say so in public before the vote."),
    ("p1", "statement", "The gauges at Ostrel and at Lower Wenn could be read by both sides."),
    ("p5", "statement", "The Delta Research Institute could host the readings on neutral ground."),
    ("p2", "quote", "“A gauge is not a border post.”"),
    ("p4", "statement", "نوفل الحربوني would rather begin with one gauge than with a treaty."),
    ("p3", "statement", "Torquist's own committee asked for a map, and got one with the names rubbed out."),
    ("p6", "statement", "Our side cannot sign anything that looks like a map."),
    ("p1", "statement", "Then let it be a table. 명다린 국장 can bring one on 14 June."),
    ("p7", "statement", "Asked what a farmer would notice first."),
    ("p5", "statement", "The price of rice in Wenn market, within a week."),
    ("p2", "statement", "A will of iron is needed for the small things."),
    ("p8", "agreement", "One table of readings is exchanged before the summer."),
    ("p3", "aside", "At supper Myung said that Colonel Dubrin would be against it until he is asked."),
)
SECOND = (
    ("p8", "procedure", "Second morning. What follows is off the record."),
    ("p1", "statement", "Colonel Dubrin guards the sluices and reads the newspapers."),
    ("p4", "statement", "Dubrin can be asked. Dubrin cannot be told."),
    ("p6", "statement", "Parliament rises on 30 June and comes back in September."),
    ("p5", "statement", "Al-Harbuni knows the road to Ostrel better than the engineers do."),
    ("p2", "statement", "Water that is counted twice is still the same water."),
    ("p3", "statement", "The upper lake froze in February; the lower one never does."),
    ("p7", "statement", "Summed up: a table, a road, and somebody to ask."),
    ("p1", "statement", "Spoke for himself: he would carry the table across the bridge on foot."),
    ("p4", "statement", "So would the other side, if the bridge were open."),
    ("p6", "statement", "Qiao Ruilan has the key to nothing and the ear of everybody."),
    ("p5", "statement", "Write to office@delta-institute.example if a reading is missing."),
    ("p2", "statement", "Nobody upstream wants a drought to be called a policy."),
    ("p3", "statement", "Gormond asked twice about the fish. The fish were not discussed."),
    ("p7", "action", "Send both sides the empty table by 21 May."),
    ("p8", "observation", "Tak and Torquist left by the same door."),
    ("p1", "statement", "What a pell of silence that was."),
    ("p8", "closing", "The participants spoke of readings and of roads. They will meet again."),
)


def meeting_file() -> dict[str, Any]:
    """The meeting as a meeting file."""
    return {
        "format": "dialogue-notes/meeting",
        "version": 1,
        "dialogue": {"title": "Valley Dialogue"},
        "meeting": {
            "title": "Second meeting",
            "date": "2031-05-06",
            "end_date": "2031-05-07",
            "place": "Lindau House",
            "ground_rule": "chatham_house",
        },
        "delegations": [
            {"id": "up", "name": "Upper Valley"},
            {"id": "down", "name": "Lower Valley"},
            {"id": "host", "name": "Hosts"},
        ],
        "participants": [
            {
                "id": f"p{number}",
                "name": name,
                "scripts": [script] if script else [],
                "role": role,
                "capacity": capacity,
                "standing": "private",
                **({"delegation": side} if side else {}),
            }
            for number, (name, script, side, capacity, role) in enumerate(PEOPLE, 1)
        ],
        "sessions": [
            {"title": "Readings", "interventions": [_said(*one) for one in FIRST]},
            {
                "title": "Roads",
                "ground_rule": "off_record",
                "interventions": [_said(*one) for one in SECOND],
            },
        ],
    }


def _said(speaker: str, kind: str, text: str) -> dict[str, Any]:
    return {"speaker": speaker, "kind": kind, "text": text}
