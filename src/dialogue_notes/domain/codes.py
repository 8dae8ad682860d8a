"""The closed sets of the field: every code that a file, a row or a screen may hold."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class GroundRule(StrEnum):
    """How what is said may be used afterwards, from the loosest to the strictest."""

    ON_RECORD = "on_record"
    NOT_FOR_ATTRIBUTION = "not_for_attribution"
    CHATHAM_HOUSE = "chatham_house"
    OFF_RECORD = "off_record"
    NOT_FOR_REPORT = "not_for_report"

    @property
    def strictness(self) -> int:
        """0 for the loosest; a rule may be tightened freely and loosened only with a reason."""
        return list(GroundRule).index(self)


class Kind(StrEnum):
    """What sort of entry an intervention is."""

    STATEMENT = "statement"
    QUOTE = "quote"
    OBSERVATION = "observation"
    AGREEMENT = "agreement"
    ACTION = "action"
    PROCEDURE = "procedure"
    GAP = "gap"
    ASIDE = "aside"
    CLOSING = "closing"


class MarginMark(StrEnum):
    """A rapporteur's mark beside an entry."""

    IMPORTANT = "important"
    CHECK = "check"
    PERSONAL_VIEW = "personal_view"
    INSTRUCTED_LINE = "instructed_line"
    TRIAL_BALLOON = "trial_balloon"
    UNSURE = "unsure"


class Aim(StrEnum):
    """What a Track II dialogue is for."""

    ATTITUDE = "attitude"
    CHANNEL = "channel"
    RELATIONSHIP = "relationship"
    CONFIDENCE = "confidence"
    OPTION = "option"


class Capacity(StrEnum):
    """The position that a participant holds."""

    OFFICIAL = "official"
    FORMER_OFFICIAL = "former_official"
    SPECIALIST = "specialist"
    MILITARY = "military"
    LEGISLATOR = "legislator"
    CHAIR = "chair"
    FACILITATOR = "facilitator"
    INTERPRETER = "interpreter"
    OBSERVER = "observer"
    HOST = "host"
    STAFF = "staff"


class Standing(StrEnum):
    """In what quality a participant speaks here."""

    PRIVATE = "private"
    OFFICIAL = "official"


class Track(StrEnum):
    """Track I½ when an official sits in a private capacity, else Track II."""

    ONE_AND_A_HALF = "one_and_a_half"
    TWO = "two"


class Attribution(IntEnum):
    """How finely a speaker is described in output, coarse to fine."""

    NONE = 0
    VOICES = 1
    ONE_SIDE = 2
    SIDE = 3
    SIDE_AND_CAPACITY = 4
    NAME = 5


class SidesAgreement(StrEnum):
    """Whether the participants allowed sides to be told apart or named."""

    NO = "no"
    ONE_SIDE = "one_side"
    NAMED = "named"


class MeetingState(StrEnum):
    """How far the work on a meeting has come."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    REVIEWED = "reviewed"
    SUMMARISED = "summarised"
    RELEASED = "released"


class InterventionState(StrEnum):
    """Whether an entry still stands."""

    KEPT = "kept"
    STRUCK = "struck"


class EntryFlag(StrEnum):
    """Why an entry waits for the clean-up."""

    SPEAKER_UNKNOWN = "speaker_unknown"
    SPEAKER_NOT_RECOGNISED = "speaker_not_recognised"


class Category(StrEnum):
    """What sort of thing may identify someone."""

    PERSON = "person"
    ROLE = "role"
    ORGANISATION = "organisation"
    PLACE = "place"
    NATIONALITY = "nationality"
    LANGUAGE = "language"
    DATE = "date"
    CONTACT = "contact"
    NUMBER = "number"
    QUOTATION = "quotation"
    SELF_REFERENCE = "self_reference"


class RedactionAction(StrEnum):
    """What is done with a span that must not leave the room."""

    REMOVE = "remove"
    PSEUDONYMISE = "pseudonymise"
    GENERALISE = "generalise"
    RECAST = "recast"
    WITHHOLD_ENTRY = "withhold_entry"


class RedactionReason(StrEnum):
    """Why a span is redacted."""

    PARTICIPANT_IDENTITY = "participant_identity"
    THIRD_PERSON_IDENTITY = "third_person_identity"
    AFFILIATION = "affiliation"
    SESSION_RULE = "session_rule"
    QUOTE_NOT_CLEARED = "quote_not_cleared"
    SAFETY = "safety"
    SOURCE_OR_METHOD = "source_or_method"
    PERSONAL_MATTER = "personal_matter"
    OTHER = "other"


class RedactionState(StrEnum):
    """Whether a person has decided."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Role(StrEnum):
    """What the holder of a key slot may do."""

    RAPPORTEUR = "rapporteur"
    REVIEWER = "reviewer"
    CUSTODIAN = "custodian"


class Sureness(StrEnum):
    """How sure a summary's point is."""

    AGREED_READ_BACK = "agreed_read_back"
    SEVERAL_VOICES = "several_voices"
    ONE_VOICE = "one_voice"
    PERSONAL_VIEW = "personal_view"
    TRIAL_BALLOON = "trial_balloon"
    UNSURE = "unsure"
    NOT_SAID = "not_said"
