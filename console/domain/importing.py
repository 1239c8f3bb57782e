"""What can be wrong with a file that is imported or exported, its mapping, or one row of it.

As with all expected failures: a code and plain details; the sentence is made where it is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from console.domain.errors import ConsoleError


class FileFault(StrEnum):
    """Why a file or its mapping cannot be used at all."""

    UNREADABLE = "unreadable"  # path, reason
    EMPTY_FILE = "empty_file"  # path
    NOT_DECODABLE = "not_decodable"  # path, encoding, position
    UNKNOWN_ENCODING = "unknown_encoding"  # encoding
    OLD_EXCEL = "old_excel"  # path
    BAD_EXCEL = "bad_excel"  # path, reason
    NO_SHEET = "no_sheet"  # sheet, sheets
    BAD_JSON = "bad_json"  # path, line, reason
    NOT_FEATURES = "not_features"  # path
    OTHER_CRS = "other_crs"  # crs
    NEEDS_GEOJSON = "needs_geojson"  # path
    BAD_TOML = "bad_toml"  # path, reason
    NO_SUCH_MAPPING = "no_such_mapping"  # mapping, mappings
    WRONG_KIND = "wrong_kind"  # path, found, needed
    UNKNOWN_KEY = "unknown_key"  # path, key, known
    BAD_SETTING = "bad_setting"  # path, key, value, expected
    MISSING_SETTING = "missing_setting"  # path, key
    UNKNOWN_TARGET = "unknown_target"  # path, target, known
    MISSING_TARGET = "missing_target"  # path, target
    MISSING_COLUMN = "missing_column"  # target, column, columns
    UNKNOWN_SKILL_CODE = "unknown_skill_code"  # skill, known
    UNKNOWN_CATEGORY_CODE = "unknown_category_code"  # category, known
    NO_COMMUNITY = "no_community"
    BAD_ROWS = "bad_rows"  # count
    ENCRYPTED_EXCEL = "encrypted_excel"  # path
    MERGED_HEADINGS = "merged_headings"  # path, cells
    NO_DAYS = "no_days"  # path
    BAD_DAY = "bad_day"  # value, cell
    DOUBLED_DAY = "doubled_day"  # value, cell
    SAME_SKILL = "same_skill"  # column, other
    UNKNOWN_FORM = "unknown_form"  # path, forms
    FILE_EXISTS = "file_exists"  # path
    UNWRITABLE = "unwritable"  # path, reason


class RowFault(StrEnum):
    """Why one row cannot be taken."""

    BROKEN_LINE = "broken_line"  # reason
    TOO_MANY_CELLS = "too_many_cells"  # cells, columns
    EMPTY_FIELD = "empty_field"  # field
    FIELD_TOO_LONG = "field_too_long"  # field, limit
    BAD_FIELD = "bad_field"  # field, value
    LOGIN_IN_ADDRESS = "login_in_address"  # host
    NO_PLACE = "no_place"
    ZERO_PLACE = "zero_place"
    BAD_PLACE = "bad_place"  # lon, lat
    BAD_TIME = "bad_time"  # field, value
    NO_SUCH_CATEGORY = "no_such_category"  # value
    NO_SUCH_GRID = "no_such_grid"  # value
    NO_SUCH_SKILL = "no_such_skill"  # value
    IN_FUTURE = "in_future"  # field, value
    DOUBLED = "doubled"  # key, line, number
    KEY_TAKEN = "key_taken"  # key, incident
    NOT_A_POINT = "not_a_point"  # found
    NOT_A_POLYGON = "not_a_polygon"  # found
    TOO_FEW_POINTS = "too_few_points"
    BROKEN_OUTLINE = "broken_outline"  # reason
    BAD_CODE = "bad_code"  # value
    WRONG_LEVEL = "wrong_level"  # value, needed
    GRID_FULL = "grid_full"  # parent
    MERGED_CELLS = "merged_cells"  # cells
    DIGITS_LOST = "digits_lost"  # field, value
    BAD_MARK = "bad_mark"  # field, value
    NO_SUCH_MEMBER = "no_such_member"  # value
    OTHER_NAME = "other_name"  # value, name, known
    BAD_SHIFT = "bad_shift"  # value, day, known
    TWO_SHIFTS = "two_shifts_in_cell"  # value, day
    SHIFTS_OVERLAP = "row_shifts_overlap"  # day, other


class ImportRefusal(ConsoleError):
    """A file cannot be imported; nothing of it has been taken, unless it is said how much."""

    code: FileFault


class ExportRefusal(ImportRefusal):
    """A file cannot be written; one of its name, if there is any, is as it was."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row was not taken, with the line that it begins on and its number among the rows.

    The line is what one looks for in an editor. A GeoJSON file may be one single line; there the
    number tells which area or point is meant.
    """

    line: int
    number: int
    code: RowFault
    details: Mapping[str, str | int] = field(default_factory=dict)


class RowRefusal(Exception):
    """Raised while one row is read; whoever goes through the rows turns it into a problem."""

    def __init__(self, code: RowFault, **details: str | int) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def at(self, line: int, number: int) -> RowProblem:
        """The problem, with the line it is on and the number of its row."""
        return RowProblem(line, number, self.code, self.details)
