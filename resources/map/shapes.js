// The shapes that the map and its legend paint on a canvas: one painter for both.
"use strict";

var gridMap = { colors: {}, texts: {} };

gridMap.shapes = (() => {
  const TURN = 2 * Math.PI;
  const PRIORITY_COLORS = { 1: "red", 2: "amber", 3: "blue", 4: "faint" };
  const FONT = '"Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif';

  function polygon(ctx, x, y, corners) {
    ctx.beginPath();
    corners.forEach(([dx, dy], i) => ctx[i ? "lineTo" : "moveTo"](x + dx, y + dy));
    ctx.closePath();
  }

  function circle(ctx, x, y, r) {
    ctx.beginPath();
    ctx.arc(x, y, r, 0, TURN);
  }

  function ring(ctx, x, y, r, color, width, dash) {
    ctx.setLineDash(dash || []);
    ctx.lineWidth = width;
    ctx.strokeStyle = color;
    circle(ctx, x, y, r);
    ctx.stroke();
    ctx.setLineDash([]);
  }

  // Fills the present path and parts it from what lies below by a line of the map's colour.
  function parted(ctx, color) {
    ctx.lineJoin = "round";
    ctx.lineWidth = 3;
    ctx.strokeStyle = gridMap.colors.map;
    ctx.stroke();
    ctx.fillStyle = color;
    ctx.fill();
  }

  const priority = {
    1(ctx, x, y, color) {
      polygon(ctx, x, y, [[0, -10.5], [10.5, 8], [-10.5, 8]]);
      parted(ctx, color);
      ctx.fillStyle = gridMap.colors.map;
      ctx.fillRect(x - 1, y - 4.5, 2, 6.5);
      ctx.fillRect(x - 1, y + 3.5, 2, 2);
    },
    2(ctx, x, y, color) {
      polygon(ctx, x, y, [[0, -9.5], [9.5, 0], [0, 9.5], [-9.5, 0]]);
      parted(ctx, color);
    },
    3(ctx, x, y, color) {
      ring(ctx, x, y, 6.5, gridMap.colors.map, 6.5);
      circle(ctx, x, y, 6.5);
      ctx.fillStyle = gridMap.colors.map;
      ctx.fill();
      ring(ctx, x, y, 6.5, color, 3);
    },
    4(ctx, x, y, color) {
      ctx.beginPath();
      ctx.rect(x - 8.5, y - 2.5, 17, 5);
      parted(ctx, color);
    },
  };

  // How far the handling has got stands at the shape's lower right, also for the colour-blind.
  const group = {
    running(ctx, x, y) {
      circle(ctx, x, y, 3.5);
      parted(ctx, gridMap.colors.text);
    },
    checking(ctx, x, y) {
      ctx.lineJoin = ctx.lineCap = "round";
      for (const [color, width] of [[gridMap.colors.map, 5], [gridMap.colors.text, 2]]) {
        ctx.strokeStyle = color;
        ctx.lineWidth = width;
        ctx.beginPath();
        ctx.moveTo(x - 4, y);
        ctx.lineTo(x - 1, y + 3);
        ctx.lineTo(x + 4, y - 3.5);
        ctx.stroke();
      }
      ctx.lineCap = "butt";
    },
    parked(ctx, x, y) {
      for (const dx of [-3.5, 1]) {
        ctx.beginPath();
        ctx.rect(x + dx, y - 3.5, 2.5, 7);
        parted(ctx, gridMap.colors.text);
      }
    },
  };

  function halo(ctx, x, y, mark) {
    const { colors } = gridMap;
    if (mark.selected) {
      circle(ctx, x, y, 22);
      ctx.globalAlpha = 0.16;
      ctx.fillStyle = colors.accent;
      ctx.fill();
      ctx.globalAlpha = 1;
      ring(ctx, x, y, 22, colors.accent, 2);
    } else if (mark.highlighted) {
      ring(ctx, x, y, 18, colors.text, 1.5);
    }
    if (mark.overdue) {
      ring(ctx, x, y, 14.5, colors.red, 2);
    }
    if (mark.group === "unverified") {
      ring(ctx, x, y, mark.overdue ? 11.5 : 13.5, colors.dim, 1.5, [3, 3]);
    }
  }

  function incident(ctx, x, y, mark) {
    halo(ctx, x, y, mark);
    priority[mark.priority](ctx, x, y, gridMap.colors[PRIORITY_COLORS[mark.priority]]);
    if (group[mark.group]) {
      group[mark.group](ctx, x + 8, y + 8);
    }
  }

  function disc(ctx, x, y, r, fill, edge, width, dash) {
    circle(ctx, x, y, r);
    ctx.fillStyle = fill;
    ctx.fill();
    ring(ctx, x, y, r, edge, width, dash);
  }

  const member = {
    on_duty: (ctx, x, y, c) => disc(ctx, x, y, 7.5, c.raised, c.dim, 1.6),
    break: (ctx, x, y, c) => disc(ctx, x, y, 7.5, c.map, c.faint, 1.4, [2.5, 2.5]),
    off: (ctx, x, y, c) => disc(ctx, x, y, 4.5, c.map, c.faint, 1.2),
    en_route(ctx, x, y, c) {
      disc(ctx, x, y, 7.5, c.dim, c.map, 1.5);
      polygon(ctx, x, y, [[-2.5, -4], [4.5, 0], [-2.5, 4]]);
      ctx.fillStyle = c.map;
      ctx.fill();
    },
    on_scene(ctx, x, y, c) {
      disc(ctx, x, y, 7.5, c.dim, c.map, 1.5);
      circle(ctx, x, y, 2.6);
      ctx.fillStyle = c.map;
      ctx.fill();
    },
  };

  function camera(ctx, x, y) {
    ctx.beginPath();
    ctx.roundRect(x - 9, y - 5, 12, 10, 2);
    parted(ctx, gridMap.colors.dim);
    polygon(ctx, x, y, [[4, -1.5], [9, -4.5], [9, 4.5], [4, 1.5]]);
    parted(ctx, gridMap.colors.dim);
  }

  function candidate(ctx, x, y, mark) {
    const { colors } = gridMap;
    disc(ctx, x, y, 10.5, colors.map, colors.accent, 2);
    ctx.fillStyle = colors.text;
    ctx.font = `600 13px ${FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(String(mark.rank), x, y + 0.5);
  }

  return {
    FONT,
    incident,
    camera,
    candidate,
    member: function memberMark(ctx, x, y, mark) {
      member[mark.duty](ctx, x, y, gridMap.colors);
    },
    group: (ctx, x, y, mark) =>
      group[mark.group] ? group[mark.group](ctx, x, y) : halo(ctx, x, y, mark),
    overdue: (ctx, x, y) => ring(ctx, x, y, 6.5, gridMap.colors.red, 2),
  };
})();
