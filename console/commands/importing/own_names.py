"""Files without a mapping: columns known by our own names for them, in English and Chinese."""

from collections.abc import Sequence

from console.commands.importing.mapping import TARGETS, GridPlan, Kind, Mapping, missing_column
from console.commands.importing.table import LAT_COLUMN, LON_COLUMN

SOURCE = "own"

FORMATS = ("%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y年%m月%d日 %H:%M", "%Y年%m月%d日 %H时%M分")
"""Forms of a time that are tried after ISO 8601."""

CLOSED = frozenset({"closed", "rejected", "merged", "已结案", "结案", "已办结", "办结", "已关闭"})

_PLACE = {
    "lon": ("lon", "lng", "long", "longitude", "经度", LON_COLUMN),
    "lat": ("lat", "latitude", "纬度", LAT_COLUMN),
}

NAMES: dict[Kind, dict[str, tuple[str, ...]]] = {
    Kind.INCIDENTS: _PLACE
    | {
        "title": ("title", "标题", "事件标题", "事件名称", "问题描述"),
        "category": ("category", "type", "类别", "事件类别", "事件类型"),
        "key": ("key", "source_key", "number", "编号", "事件编号", "案件编号", "工单编号"),
        "description": ("description", "描述", "内容", "事件描述", "详情"),
        "address": ("address", "地址", "地点", "位置", "事发地点"),
        "reported_at": ("reported_at", "created", "上报时间", "报告时间", "受理时间"),
        "closed_at": ("closed_at", "结案时间", "办结时间"),
        "status": ("status", "state", "状态"),
        "priority": ("priority", "优先级", "紧急程度"),
        "reporter_name": ("reporter_name", "报告人", "上报人", "姓名"),
        "reporter_phone": ("reporter_phone", "phone", "电话", "联系电话", "手机"),
    },
    Kind.GRIDS: {
        "name": ("name", "名称", "网格名称"),
        "code": ("code", "编码", "网格编码", "代码"),
        "key": ("key", "id", "objectid"),
        "parent": ("parent", "上级", "上级编码", "所属网格"),
    },
    Kind.MEMBERS: {
        "number": ("number", "编号", "工号"),
        "name": ("name", "姓名"),
        "phone": ("phone", "电话", "手机", "联系电话"),
        "grid": ("grid", "网格", "网格编码", "所属网格"),
        "skills": ("skills", "技能", "八员", "岗位"),
        "training": ("training", "带教", "培训中", "在训"),
        "duty": ("duty", "状态", "值班", "在岗"),
        "unit": ("unit", "归属"),
        "organisation": ("organisation", "组织", "所属组织", "单位"),
        "languages": ("languages", "语言", "会说"),
    },
    Kind.CAMERAS: _PLACE
    | {
        "code": ("code", "编号", "编码", "摄像头编号"),
        "name": ("name", "名称", "位置", "摄像头名称"),
        "url": ("url", "地址", "视频地址"),
    },
}
"""What each field may be headed, the first match in this order; case does not matter."""


def own_mapping(kind: Kind, columns: Sequence[str]) -> Mapping:
    """A mapping by the names of a file's columns.

    Raises:
        ImportRefusal: If a column that is needed is not there under any of its names.
    """
    by_name = {column.casefold(): column for column in reversed(columns)}
    fields: dict[str, tuple[str, ...]] = {}
    for target, names in NAMES[kind].items():
        found = tuple(by_name[name] for name in names if name in by_name)
        if found:
            fields[target] = found
        elif TARGETS[kind][target]:
            raise missing_column(target, " / ".join(names), columns)
    return Mapping(
        kind=kind,
        name=SOURCE,
        source=SOURCE,
        fields=fields,
        formats=FORMATS,
        closed=CLOSED,
        # A file of grids that names no level brings codes, which tell it.
        grids=GridPlan(),
    )
