"""Why a file cannot be used or a row was not taken, for each code; and the names of fields."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.domain.importing import FileFault, RowFault

FILE_FAULTS: dict[FileFault, Any] = {
    FileFault.NO_DAYS: QT_TRANSLATE_NOOP(
        "Import",
        "{path} has no line with the heading 编号 and days such as 2026-03-02 周一. Export a week"
        " to see the form.",
    ),
    FileFault.BAD_DAY: QT_TRANSLATE_NOOP(
        "Import",
        "“{value}” in cell {cell} is no day, or not that weekday. Write it as 2026-03-02 周一.",
    ),
    FileFault.DOUBLED_DAY: QT_TRANSLATE_NOOP(
        "Import", "“{value}” in cell {cell} is a day that has a column already. Remove one."
    ),
    FileFault.UNREADABLE: QT_TRANSLATE_NOOP(
        "Import", "{path} cannot be opened: {reason}. Check the name and whether it is in use."
    ),
    FileFault.EMPTY_FILE: QT_TRANSLATE_NOOP(
        "Import", "{path} is empty: there is not even a line with the column headings."
    ),
    FileFault.NOT_DECODABLE: QT_TRANSLATE_NOOP(
        "Import",
        "{path} is not a text in the encoding {encoding} (trouble at about byte {position})."
        " Save it as CSV UTF-8, or say what it is with --encoding.",
    ),
    FileFault.UNKNOWN_ENCODING: QT_TRANSLATE_NOOP(
        "Import", "There is no encoding “{encoding}”. Usual ones are utf-8 and gb18030."
    ),
    FileFault.OLD_EXCEL: QT_TRANSLATE_NOOP(
        "Import", "{path} is in the old Excel form. Save it as .xlsx and import that."
    ),
    FileFault.BAD_EXCEL: QT_TRANSLATE_NOOP(
        "Import",
        "{path} cannot be read as an Excel workbook ({reason}). Open it in Excel and save it"
        " anew, without a password.",
    ),
    FileFault.NO_SHEET: QT_TRANSLATE_NOOP(
        "Import", "There is no sheet “{sheet}”. The sheets are: {sheets}."
    ),
    FileFault.BAD_JSON: QT_TRANSLATE_NOOP(
        "Import", "{path} is not valid JSON; trouble in line {line}: {reason}. Export it anew."
    ),
    FileFault.NOT_FEATURES: QT_TRANSLATE_NOOP(
        "Import", "{path} is not a GeoJSON FeatureCollection. Export it as GeoJSON."
    ),
    FileFault.OTHER_CRS: QT_TRANSLATE_NOOP(
        "Import",
        "The coordinates are in {crs}, not in WGS-84 (EPSG:4326). Export the file in WGS-84.",
    ),
    FileFault.NEEDS_GEOJSON: QT_TRANSLATE_NOOP(
        "Import", "{path} has no outlines. Grids are imported from a GeoJSON file."
    ),
    FileFault.BAD_TOML: QT_TRANSLATE_NOOP(
        "Import", "The mapping {path} is not valid TOML: {reason}. Correct it there."
    ),
    FileFault.NO_SUCH_MAPPING: QT_TRANSLATE_NOOP(
        "Import",
        "There is no mapping “{mapping}”. Give a .toml file, or one of: {mappings}.",
    ),
    FileFault.WRONG_KIND: QT_TRANSLATE_NOOP(
        "Import", "The mapping {path} is for {found}, but {needed} are imported. Take another one."
    ),
    FileFault.UNKNOWN_KEY: QT_TRANSLATE_NOOP(
        "Import", "The mapping {path} says “{key}”, which means nothing. Possible are: {known}."
    ),
    FileFault.BAD_SETTING: QT_TRANSLATE_NOOP(
        "Import", "In the mapping {path}, “{value}” is not possible for {key}: {expected}."
    ),
    FileFault.MISSING_SETTING: QT_TRANSLATE_NOOP(
        "Import", "The mapping {path} does not say {key}. Add it."
    ),
    FileFault.UNKNOWN_TARGET: QT_TRANSLATE_NOOP(
        "Import",
        "The mapping {path} fills a field “{target}”, which does not exist. The fields are:"
        " {known}.",
    ),
    FileFault.MISSING_TARGET: QT_TRANSLATE_NOOP(
        "Import", "The mapping {path} does not say where the field “{target}” comes from. Add it."
    ),
    FileFault.MISSING_COLUMN: QT_TRANSLATE_NOOP(
        "Import",
        "The field “{target}” needs the column “{column}”, which the file does not have. Its"
        " columns are: {columns}. Correct the heading, or give a --mapping.",
    ),
    FileFault.UNKNOWN_SKILL_CODE: QT_TRANSLATE_NOOP(
        "Import", "The mapping speaks of a skill “{skill}”. The skills are: {known}."
    ),
    FileFault.UNKNOWN_CATEGORY_CODE: QT_TRANSLATE_NOOP(
        "Import", "The mapping speaks of a category “{category}”. The categories are: {known}."
    ),
    FileFault.NO_COMMUNITY: QT_TRANSLATE_NOOP(
        "Import",
        "The grids have no codes, so it must be said where they lie: give a --mapping with the"
        " 12 digits of their community.",
    ),
    FileFault.BAD_ROWS: QT_TRANSLATE_NOOP(
        "Import", "Nothing was imported, because {count} rows are not in order. Mend them first."
    ),
    FileFault.ENCRYPTED_EXCEL: QT_TRANSLATE_NOOP(
        "Import",
        "{path} is locked with a password. Open it in Excel, take the password away and save it.",
    ),
    FileFault.MERGED_HEADINGS: QT_TRANSLATE_NOOP(
        "Import",
        "In {path} the cells {cells} in the first line are merged. Delete a title above the column"
        " headings, and unmerge the headings, so that each column has its own in one line.",
    ),
    FileFault.SAME_SKILL: QT_TRANSLATE_NOOP(
        "Import",
        "The columns “{other}” and “{column}” stand for the same skill. Take one of them out.",
    ),
    FileFault.UNKNOWN_FORM: QT_TRANSLATE_NOOP(
        "Import", "{path} does not say what it shall become. Its name must end in one of: {forms}."
    ),
    FileFault.FILE_EXISTS: QT_TRANSLATE_NOOP(
        "Import",
        "{path} is there already, and perhaps somebody is working on it. Take another name, or say"
        " --overwrite.",
    ),
    FileFault.UNWRITABLE: QT_TRANSLATE_NOOP(
        "Import",
        "{path} cannot be written: {reason}. Check the folder and whether the file is open.",
    ),
}
ROW_FAULTS: dict[RowFault, Any] = {
    RowFault.NO_SUCH_MEMBER: QT_TRANSLATE_NOOP("Import", "there is no member “{value}”"),
    RowFault.OTHER_NAME: QT_TRANSLATE_NOOP(
        "Import", "the number {value} belongs to {known}, not to {name}"
    ),
    RowFault.BAD_SHIFT: QT_TRANSLATE_NOOP(
        "Import", "“{value}” on {day} is no shift; possible are {known}"
    ),
    RowFault.TWO_SHIFTS: QT_TRANSLATE_NOOP(
        "Import", "“{value}” puts the member on two shifts on {day}; one a day is possible"
    ),
    RowFault.SHIFTS_OVERLAP: QT_TRANSLATE_NOOP(
        "Import", "the shift of {day} overlaps the one of {other}"
    ),
    RowFault.BROKEN_LINE: QT_TRANSLATE_NOOP("Import", "cannot be read: {reason}"),
    RowFault.TOO_MANY_CELLS: QT_TRANSLATE_NOOP(
        "Import", "has {cells} cells, but there are only {columns} columns"
    ),
    RowFault.EMPTY_FIELD: QT_TRANSLATE_NOOP("Import", "{field} is empty"),
    RowFault.FIELD_TOO_LONG: QT_TRANSLATE_NOOP(
        "Import", "{field} is longer than {limit} characters"
    ),
    RowFault.BAD_FIELD: QT_TRANSLATE_NOOP("Import", "“{value}” is not possible for {field}"),
    RowFault.LOGIN_IN_ADDRESS: QT_TRANSLATE_NOOP(
        "Import",
        "the address holds a user or a password; write it without them, and keep them with"
        " “grid-console cameras login {host}”",
    ),
    RowFault.NO_PLACE: QT_TRANSLATE_NOOP("Import", "the coordinates are missing"),
    RowFault.ZERO_PLACE: QT_TRANSLATE_NOOP("Import", "the coordinates are 0, 0"),
    RowFault.BAD_PLACE: QT_TRANSLATE_NOOP(
        "Import", "longitude {lon}, latitude {lat} is no place on earth"
    ),
    RowFault.BAD_TIME: QT_TRANSLATE_NOOP(
        "Import", "“{value}” is no time in any of the forms expected ({field})"
    ),
    RowFault.IN_FUTURE: QT_TRANSLATE_NOOP("Import", "“{value}” lies in the future ({field})"),
    RowFault.NO_SUCH_CATEGORY: QT_TRANSLATE_NOOP("Import", "there is no category “{value}”"),
    RowFault.NO_SUCH_GRID: QT_TRANSLATE_NOOP("Import", "there is no grid “{value}”"),
    RowFault.NO_SUCH_SKILL: QT_TRANSLATE_NOOP("Import", "there is no skill “{value}”"),
    RowFault.DOUBLED: QT_TRANSLATE_NOOP(
        "Import", "“{key}” is in the file already, in line {line} (row {number})"
    ),
    RowFault.KEY_TAKEN: QT_TRANSLATE_NOOP(
        "Import",
        "“{key}” belongs to incident {incident}, which has another title and another time",
    ),
    RowFault.NOT_A_POINT: QT_TRANSLATE_NOOP("Import", "is no point but {found}"),
    RowFault.NOT_A_POLYGON: QT_TRANSLATE_NOOP("Import", "is no area but {found}"),
    RowFault.TOO_FEW_POINTS: QT_TRANSLATE_NOOP(
        "Import", "the outline has fewer than three different points"
    ),
    RowFault.BROKEN_OUTLINE: QT_TRANSLATE_NOOP(
        "Import", "the outline is broken and cannot be mended without changing it: {reason}"
    ),
    RowFault.BAD_CODE: QT_TRANSLATE_NOOP(
        "Import", "“{value}” is no code of 9, 12, 14 or 16 digits"
    ),
    RowFault.WRONG_LEVEL: QT_TRANSLATE_NOOP(
        "Import", "“{value}” is of the wrong level; needed is: {needed}"
    ),
    RowFault.GRID_FULL: QT_TRANSLATE_NOOP(
        "Import", "below {parent} there is room for 99 grids only"
    ),
    RowFault.MERGED_CELLS: QT_TRANSLATE_NOOP(
        "Import", "the cells {cells} are merged; unmerge them and fill each one in"
    ),
    RowFault.DIGITS_LOST: QT_TRANSLATE_NOOP(
        "Import",
        "“{value}” is kept as a number, of which the last digits may be lost ({field}); make the"
        " cell a text and type it anew",
    ),
    RowFault.BAD_MARK: QT_TRANSLATE_NOOP(
        "Import",
        "“{value}” says nothing about {field}; possible are 是, 带教, 否, or the last day, such as"
        " 2027-05-31",
    ),
}
FIELDS: dict[str, Any] = {
    "title": QT_TRANSLATE_NOOP("Import", "the title"),
    "category": QT_TRANSLATE_NOOP("Import", "the category"),
    "lon": QT_TRANSLATE_NOOP("Import", "the longitude"),
    "lat": QT_TRANSLATE_NOOP("Import", "the latitude"),
    "key": QT_TRANSLATE_NOOP("Import", "the number in the source"),
    "description": QT_TRANSLATE_NOOP("Import", "the description"),
    "address": QT_TRANSLATE_NOOP("Import", "the address"),
    "reported_at": QT_TRANSLATE_NOOP("Import", "the time of the report"),
    "closed_at": QT_TRANSLATE_NOOP("Import", "the time of closing"),
    "priority": QT_TRANSLATE_NOOP("Import", "the priority"),
    "reporter_name": QT_TRANSLATE_NOOP("Import", "the reporter's name"),
    "reporter_phone": QT_TRANSLATE_NOOP("Import", "the reporter's telephone number"),
    "name": QT_TRANSLATE_NOOP("Import", "the name"),
    "number": QT_TRANSLATE_NOOP("Import", "the number"),
    "code": QT_TRANSLATE_NOOP("Import", "the code"),
    "parent": QT_TRANSLATE_NOOP("Import", "the grid above"),
    "phone": QT_TRANSLATE_NOOP("Import", "the telephone number"),
    "grid": QT_TRANSLATE_NOOP("Import", "the grid"),
    "duty": QT_TRANSLATE_NOOP("Import", "the duty"),
    "unit": QT_TRANSLATE_NOOP("Import", "whose member it is"),
    "organisation": QT_TRANSLATE_NOOP("Import", "the organisation"),
    "languages": QT_TRANSLATE_NOOP("Import", "the languages"),
    "url": QT_TRANSLATE_NOOP("Import", "the address of the stream"),
}
