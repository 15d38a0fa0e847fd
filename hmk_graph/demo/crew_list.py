"""Who comes when called in the demo: ambulances, boats, autos, rickshaws, a driver. All made up."""

from __future__ import annotations

from dataclasses import dataclass

from hmk_graph.demo.people import SELLERS, UPAZILAS, Person

# Where the roads end for half the year.
HAOR = ("itna", "mithamain", "austagram", "nikli")
# By which kind of trip each is called.
CALLED_BY = {
    "AMBULANCE_AC": "AMBULANCE",
    "AMBULANCE_NON_AC": "AMBULANCE",
    "AMBULANCE_BOAT": "AMBULANCE",
    "AUTO": "AUTO",
    "RICKSHAW": "RICKSHAW",
    "BOAT": "BOAT",
    "ON_FOOT": "DRIVER",
}
METERS_A_SECOND = {"AMBULANCE_BOAT": 5.0, "AUTO": 7.0, "RICKSHAW": 4.0, "BOAT": 4.0, "ON_FOOT": 1.5}
AMBULANCE_MPS = 12.0
# Beside the ambulances: what stands in some towns. A driver comes on foot, for one's own car.
IN_TOWN = (
    *(("kishoreganj-sadar", kind) for kind in ("AUTO", "RICKSHAW", "AUTO", "ON_FOOT")),
    *(("karimganj", "AUTO"), ("bhairab", "RICKSHAW"), ("katiadi", "AUTO"), ("itna", "BOAT")),
)
_NAMES = ("হানিফ", "বাদল", "সেলিম", "মানিক")


@dataclass(frozen=True, kw_only=True)
class CrewMember(Person):
    """Somebody who comes with a vehicle, or on foot.

    `toward` is the upazila to which he goes and from which he comes back; None: he stays in town.
    """

    kind: str
    upazila: str
    toward: str | None
    home: str

    @property
    def called_by(self) -> str:
        """Return by which kind of trip he is called."""
        return CALLED_BY[self.kind]

    @property
    def skill(self) -> str:
        """Return what he can do, who comes on foot; else nothing."""
        return "driver" if self.kind == "ON_FOOT" else ""

    @property
    def medium(self) -> str:
        """Return on what he comes."""
        return "WATER" if self.kind in ("AMBULANCE_BOAT", "BOAT") else "ROAD"

    @property
    def meters_a_second(self) -> float:
        """Return how fast he is."""
        return METERS_A_SECOND.get(self.kind, AMBULANCE_MPS)


def _member(number: int, upazila: str, kind: str, toward: str | None) -> CrewMember:
    return CrewMember(
        phone=f"+88017000050{number:02d}",
        address=f"127.0.11.{number}",
        name=f"মো. {_NAMES[number % len(_NAMES)]} মিয়া",
        kind=kind,
        upazila=upazila,
        toward=toward,
        home=next(one.home for one in SELLERS if one.upazila == upazila),
    )


def _ambulance(number: int, upazila: str) -> CrewMember:
    wet = upazila in HAOR
    others = HAOR if wet else tuple(one for one in UPAZILAS if one not in HAOR)
    kind = "AMBULANCE_BOAT" if wet else ("AMBULANCE_AC", "AMBULANCE_NON_AC")[number % 2]
    return _member(number, upazila, kind, others[(others.index(upazila) + 1) % len(others)])


AMBULANCES = tuple(_ambulance(number, one) for number, one in enumerate(UPAZILAS, start=1))
RIDES = tuple(
    _member(number, upazila, kind, None)
    for number, (upazila, kind) in enumerate(IN_TOWN, start=len(AMBULANCES) + 1)
)
# One of each comes to work early.
CREWS = (*AMBULANCES[:2], *RIDES[:4], *AMBULANCES[2:], *RIDES[4:])
