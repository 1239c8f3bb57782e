<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Working…</source>
        <translation>处理中…</translation>
    </message>
</context>
<context>
    <name>Alarm</name>
    <message>
        <source>▲ Emergency</source>
        <translation>▲ 紧急告警</translation>
    </message>
    <message>
        <source>◆ Important</source>
        <translation>◆ 重要告警</translation>
    </message>
    <message>
        <source>● Alarm</source>
        <translation>● 一般告警</translation>
    </message>
    <message>
        <source>▬ Notice</source>
        <translation>▬ 提示</translation>
    </message>
    <message>
        <source>check-in missed</source>
        <translation>未报平安</translation>
    </message>
    <message>
        <source>needs somebody</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>red card</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>yellow card</source>
        <translation>黄牌</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>little time left</source>
        <translation>即将超时</translation>
    </message>
    <message>
        <source>{n} check-ins missed</source>
        <translation>未报平安 {n}</translation>
    </message>
    <message>
        <source>{n} need somebody</source>
        <translation>待处理 {n}</translation>
    </message>
    <message>
        <source>{n} red cards</source>
        <translation>红牌 {n}</translation>
    </message>
    <message>
        <source>{n} yellow cards</source>
        <translation>黄牌 {n}</translation>
    </message>
    <message>
        <source>{n} overdue</source>
        <translation>超时 {n}</translation>
    </message>
    <message>
        <source>{n} with little time left</source>
        <translation>即将超时 {n}</translation>
    </message>
    <message>
        <source>{n} urgent</source>
        <translation>紧急 {n}</translation>
    </message>
    <message>
        <source>{n} new in {minutes} min: {parts}</source>
        <translation>{minutes} 分钟内新增 {n} 条：{parts}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>AlarmLine</name>
    <message>
        <source>{n} more</source>
        <translation>另有 {n} 条</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>AlarmList</name>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Go to the incident</source>
        <translation>转到事件</translation>
    </message>
    <message>
        <source>Alarms {n}</source>
        <translation>告警 {n} 条</translation>
    </message>
</context>
<context>
    <name>AlarmModel</name>
    <message>
        <source>How grave</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本席</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已确认</translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>✚ Incident {number}: {name} is alone on scene and has not checked in.</source>
        <translation>✚ 事件 {number}：{name} 独自在现场，未报平安。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message>
        <source>place not known</source>
        <translation>位置未知</translation>
    </message>
    <message>
        <source>{time} earlier</source>
        <translation>早{time}</translation>
    </message>
    <message>
        <source>{time} later</source>
        <translation>晚{time}</translation>
    </message>
    <message>
        <source>same person</source>
        <translation>同一人</translation>
    </message>
    <message>
        <source>At least {n} people within {m} min: many at once</source>
        <translation>{m} 分钟内至少 {n} 人反映：多人同时</translation>
    </message>
    <message>
        <source>No. {n} of this kind here within {days} days, the last one {last}</source>
        <translation>{days} 天内此处第 {n} 次发生同类事件，上次为 {last}</translation>
    </message>
    <message>
        <source>{n} of them by the same person</source>
        <translation>其中 {n} 次为同一人反映</translation>
    </message>
    <message>
        <source>No. {n} by the same person within {days} days</source>
        <translation>{days} 天内同一人第 {n} 次反映</translation>
    </message>
    <message>
        <source>Same person: {n} within {days} days</source>
        <translation>同一人：{days} 天内 {n} 件</translation>
    </message>
    <message>
        <source>Same place: {n} within {days} days</source>
        <translation>同一地点：{days} 天内 {n} 件</translation>
    </message>
    <message>
        <source>Same theme elsewhere: {n} within {days} days</source>
        <translation>别处同类：{days} 天内 {n} 件</translation>
    </message>
</context>
<context>
    <name>AlikeWhileTyping</name>
    <message>
        <source>Add to it</source>
        <translation>并入此件</translation>
    </message>
    <message>
        <source>Possibly the same · {key} adds this report to the first</source>
        <translation>可能是同一件 · {key} 并入第一条</translation>
    </message>
</context>
<context>
    <name>Archive</name>
    <message>
        <source>{count} cases are in {path}.</source>
        <translation>已将 {count} 件事件写入 {path}。</translation>
    </message>
    <message>
        <source>There are more: --after {number} shows them.</source>
        <translation>还有更多：用 --after {number} 继续查看。</translation>
    </message>
</context>
<context>
    <name>ArchiveFilters</name>
    <message>
        <source>Any result</source>
        <translation>全部结果</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Base grid {code}</source>
        <translation>基础网格 {code}</translation>
    </message>
    <message>
        <source>All grids</source>
        <translation>全部网格</translation>
    </message>
    <message>
        <source>Text or number; several words must all occur</source>
        <translation>文字或编号；多个词须同时出现</translation>
    </message>
    <message>
        <source>Search the archive</source>
        <translation>检索归档事件</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>from  2026-03-01</source>
        <translation>起  2026-03-01</translation>
    </message>
    <message>
        <source>Ended from this day on</source>
        <translation>办结起始日</translation>
    </message>
    <message>
        <source>to  2026-03</source>
        <translation>止  2026-03</translation>
    </message>
    <message>
        <source>Ended up to this day</source>
        <translation>办结截止日</translation>
    </message>
    <message>
        <source>Member who was sent: name or number</source>
        <translation>派遣的网格员：姓名或工号</translation>
    </message>
    <message>
        <source>Member who was sent</source>
        <translation>派遣的网格员</translation>
    </message>
    <message>
        <source>This is no day. Write a day, a month or a year: 2026-03-01, 2026-03 or 2026.</source>
        <translation>日期无法识别。请填写某日、某月或某年：2026-03-01、2026-03 或 2026。</translation>
    </message>
    <message>
        <source>Place on the map…</source>
        <translation>在地图上划范围…</translation>
    </message>
    <message>
        <source>Within {metres} m</source>
        <translation>{metres} 米以内</translation>
    </message>
    <message>
        <source>Area of {wide} × {high} m</source>
        <translation>{wide} × {high} 米范围</translation>
    </message>
    <message>
        <source>Without the place</source>
        <translation>不限范围</translation>
    </message>
</context>
<context>
    <name>ArchiveModel</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>派遣人员</translation>
    </message>
</context>
<context>
    <name>ArchiveView</name>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>重新检索</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在检索…</translation>
    </message>
    <message>
        <source>No incident has ended yet.</source>
        <translation>还没有办结的事件。</translation>
    </message>
    <message>
        <source>Nothing was found. Fewer words or filters find more.</source>
        <translation>没有找到。减少关键词或筛选条件可找到更多。</translation>
    </message>
    <message>
        <source>{count} cases, the newest first</source>
        <translation>共 {count} 件，最新的在前</translation>
    </message>
    <message>
        <source>the newest {count} cases; more follow below</source>
        <translation>已列出最新的 {count} 件，向下滚动继续加载</translation>
    </message>
</context>
<context>
    <name>ArrangeMenu</name>
    <message>
        <source>Sort by (Shift: and then by)</source>
        <translation>排序（按住 Shift 追加）</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Only the grid</source>
        <translation>只看网格</translation>
    </message>
    <message>
        <source>Only the category</source>
        <translation>只看类别</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>Assignment</name>
    <message>
        <source>reserved</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation>已派遣</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接单</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>at the scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>released</source>
        <translation>已解除</translation>
    </message>
</context>
<context>
    <name>Attendance</name>
    <message>
        <source>Members of the course</source>
        <translation>课程成员</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Del  Take off</source>
        <translation>Del  移出</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>held</source>
        <translation>持证</translation>
    </message>
    <message>
        <source>in training</source>
        <translation>在培</translation>
    </message>
    <message>
        <source>held, ends within 30 days</source>
        <translation>持证，30 天内到期</translation>
    </message>
    <message>
        <source>not held</source>
        <translation>未持证</translation>
    </message>
</context>
<context>
    <name>BadgeForm</name>
    <message>
        <source>Choose a member: type a part of the name or number.</source>
        <translation>请选择成员：输入姓名或编号的一部分。</translation>
    </message>
    <message>
        <source>A member&apos;s badge</source>
        <translation>成员徽章</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Deed</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Part of the name, number or telephone</source>
        <translation>姓名、编号或电话的一部分</translation>
    </message>
    <message>
        <source>Members found</source>
        <translation>找到的成员</translation>
    </message>
    <message>
        <source>{deed}    Ctrl+Enter</source>
        <translation>{deed}    Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>BadgeStrip</name>
    <message>
        <source>No skills</source>
        <translation>没有技能</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>no photo</source>
        <translation>无照片</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法显示</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>January</source>
        <translation>1 月</translation>
    </message>
    <message>
        <source>February</source>
        <translation>2 月</translation>
    </message>
    <message>
        <source>March</source>
        <translation>3 月</translation>
    </message>
    <message>
        <source>April</source>
        <translation>4 月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5 月</translation>
    </message>
    <message>
        <source>June</source>
        <translation>6 月</translation>
    </message>
    <message>
        <source>July</source>
        <translation>7 月</translation>
    </message>
    <message>
        <source>August</source>
        <translation>8 月</translation>
    </message>
    <message>
        <source>September</source>
        <translation>9 月</translation>
    </message>
    <message>
        <source>October</source>
        <translation>10 月</translation>
    </message>
    <message>
        <source>November</source>
        <translation>11 月</translation>
    </message>
    <message>
        <source>December</source>
        <translation>12 月</translation>
    </message>
    <message>
        <source>{weekday}, {day} {month}</source>
        <translation>{month} {day} 日 {weekday}</translation>
    </message>
    <message>
        <source>to verify</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>to dispatch</source>
        <translation>待派遣</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>待核查</translation>
    </message>
</context>
<context>
    <name>BoardWindow</name>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message>
        <source>Selected incidents</source>
        <translation>选中的事件</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>{n} incidents selected</source>
        <translation>已选中 {n} 件</translation>
    </message>
    <message>
        <source>Propose members {n}</source>
        <translation>推荐人员 {n}</translation>
    </message>
    <message>
        <source>At most {n} at once: select fewer.</source>
        <translation>一次最多 {n} 件：请少选一些。</translation>
    </message>
    <message>
        <source>Not done for {n}; the list says why.</source>
        <translation>{n} 件未完成，原因见列表。</translation>
    </message>
    <message>
        <source>A deed is done for those that it is possible for; each is told below.</source>
        <translation>操作只对可以的事件执行，结果逐件列出。</translation>
    </message>
    <message>
        <source>{deed}, {n} incidents: a note, or just Enter</source>
        <translation>{deed} {n} 件：写备注，或直接按 Enter</translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message>
        <source>No stream address is known for this camera: look at it in its own system. Addresses come with the list of cameras (grid-console import cameras).</source>
        <translation>这路摄像头没有登记视频流地址：请在原有监控系统中查看。地址随摄像头清单导入（grid-console import cameras）。</translation>
    </message>
    <message>
        <source>What stands as the address of this camera is not opened: it is none with rtsp, rtsps, http or https. Have the list of cameras imported with the right one.</source>
        <translation>这路摄像头登记的地址不予打开：不是 rtsp、rtsps、http 或 https 地址。请更正后重新导入摄像头清单。</translation>
    </message>
    <message>
        <source>The network knows no {place}. Have the address checked.</source>
        <translation>网络中找不到 {place}，请核对地址。</translation>
    </message>
    <message>
        <source>{place} refuses the connection: the camera or its service does not run.</source>
        <translation>{place} 拒绝连接：摄像头或其服务没有运行。</translation>
    </message>
    <message>
        <source>{place} cannot be reached. Have the network checked.</source>
        <translation>无法连到 {place}，请检查网络。</translation>
    </message>
    <message>
        <source>{place} does not answer.</source>
        <translation>{place} 没有应答。</translation>
    </message>
    <message>
        <source>{place} asks for a user and a password, and this workstation has none. The administrator keeps them with “grid-console cameras login {host}”.</source>
        <translation>{place} 要求用户名和密码，本席位没有。请管理员运行“grid-console cameras login {host}”存入。</translation>
    </message>
    <message>
        <source>{place} refuses the user or the password of this workstation. The administrator keeps the right ones with “grid-console cameras login {host}”.</source>
        <translation>{place} 不接受本席位的用户名或密码。请管理员运行“grid-console cameras login {host}”重新存入。</translation>
    </message>
    <message>
        <source>{place} does not let this workstation see the stream.</source>
        <translation>{place} 不允许本席位查看这路视频。</translation>
    </message>
    <message>
        <source>{place} has no stream at this address. Have the address checked.</source>
        <translation>{place} 上没有这个地址的视频流，请核对地址。</translation>
    </message>
    <message>
        <source>{place} answers, but not with a stream. Have the camera and its address checked.</source>
        <translation>{place} 有应答，但不是视频流。请检查摄像头和地址。</translation>
    </message>
    <message>
        <source>{place} answers, but what it sends is no video that can be read.</source>
        <translation>{place} 有应答，但发来的内容不是可以播放的视频。</translation>
    </message>
    <message>
        <source>{place} answers, but no picture comes.</source>
        <translation>{place} 有应答，但没有画面。</translation>
    </message>
    <message>
        <source>The picture has stood still since {at}.</source>
        <translation>画面自 {at} 起静止不动。</translation>
    </message>
    <message>
        <source>The stream broke off at {at}.</source>
        <translation>视频流在 {at} 中断。</translation>
    </message>
    <message>
        <source>This workstation lacks a part of the video player; the log has which.</source>
        <translation>本席位缺少播放视频所需的组件，详见日志。</translation>
    </message>
    <message>
        <source>It is opened again ({tries}).</source>
        <translation>正在重新打开（第 {tries} 次）。</translation>
    </message>
    <message>
        <source>It is still waited for.</source>
        <translation>仍在等待。</translation>
    </message>
</context>
<context>
    <name>CameraControls</name>
    <message>
        <source>Next camera</source>
        <translation>换下一路</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一路</translation>
    </message>
    <message>
        <source>Keep a still</source>
        <translation>截图存案</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Who looks and why could not be written down: the camera stays closed.</source>
        <translation>查看人和原因未能记录，因此没有打开摄像头。</translation>
    </message>
    <message>
        <source>Opening the camera…</source>
        <translation>正在打开摄像头…</translation>
    </message>
    <message>
        <source>The still of {at} is in the case.</source>
        <translation>{at} 的截图已存入案件。</translation>
    </message>
    <message>
        <source>Live, without sound; the look is written down.</source>
        <translation>实时画面，无声音；查看已记录。</translation>
    </message>
</context>
<context>
    <name>CameraWindow</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Why the camera is opened; Enter opens it</source>
        <translation>为什么打开摄像头；按 Enter 打开</translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>在手 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>was on {number} there</source>
        <translation>曾到这里处理过 {number}</translation>
    </message>
    <message>
        <source>▲ the last one free in base grid {grid} for: {skills}</source>
        <translation>▲ 基础网格 {grid} 中最后一名空闲的：{skills}</translation>
    </message>
    <message>
        <source>▲ {skills}: {name} could move up from base grid {grid}</source>
        <translation>▲ {skills}：{name} 可从基础网格 {grid} 补上</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>Reserve</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Hold the chosen one for this incident; nobody is told</source>
        <translation>为此事件留住所选人员，不通知本人</translation>
    </message>
    <message numerus="yes">
        <source>%n more on duty with this skill</source>
        <translation>
            <numerusform>另有 %n 人在岗持证</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>{n} running</source>
        <translation>在手 {n} 件</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Open cards</source>
        <translation>待签收督办</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>督办牌</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
</context>
<context>
    <name>CardsButton</name>
    <message>
        <source>Open cards {n}</source>
        <translation>待签收督办 {n}</translation>
    </message>
</context>
<context>
    <name>CaseFile</name>
    <message>
        <source>What was reported</source>
        <translation>上报内容</translation>
    </message>
    <message>
        <source>{number} · printed by {operator} at {at} · page {page} of {pages}</source>
        <translation>{number} · {operator} 于 {at} 打印 · 第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Case file {number}</source>
        <translation>案卷 {number}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>上报人</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Stands at</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>接单</translation>
    </message>
    <message>
        <source>Set out</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Who was on it</source>
        <translation>处置人员</translation>
    </message>
    <message>
        <source>{n} more photos are kept with the case.</source>
        <translation>另有 {n} 张照片随案保存。</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>处置经过</translation>
    </message>
</context>
<context>
    <name>CaseFileDialog</name>
    <message>
        <source>Case file {number}</source>
        <translation>案卷 {number}</translation>
    </message>
    <message>
        <source>nothing: the contact stays masked</source>
        <translation>不填则联系方式保持遮盖</translation>
    </message>
    <message>
        <source>Reporter&apos;s contact in full, because</source>
        <translation>显示完整联系方式，原因</translation>
    </message>
    <message>
        <source>Save as PDF…  Ctrl+S</source>
        <translation>另存为 PDF…  Ctrl+S</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Reading the photos…</source>
        <translation>正在读取照片…</translation>
    </message>
    <message>
        <source>case file printed: {reason}</source>
        <translation>打印案卷：{reason}</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>The case in full</source>
        <translation>事件详情</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>上报人</translation>
    </message>
    <message>
        <source>Open at the desk</source>
        <translation>在调度台打开</translation>
    </message>
    <message>
        <source>Select a case in the table.</source>
        <translation>请在表中选择一个事件。</translation>
    </message>
    <message>
        <source>no contact given</source>
        <translation>没有留下联系方式</translation>
    </message>
    <message>
        <source>⛁ Major incident, with the parts {numbers}</source>
        <translation>⛁ 重大事件，分事件 {numbers}</translation>
    </message>
    <message>
        <source>⛁ Part of the major incident {number}</source>
        <translation>⛁ 属于重大事件 {number}</translation>
    </message>
</context>
<context>
    <name>Categories</name>
    <message>
        <source>Categories today</source>
        <translation>今日类别</translation>
    </message>
    <message>
        <source>others {n}</source>
        <translation>其余 {n} 件</translation>
    </message>
</context>
<context>
    <name>CheckPart</name>
    <message>
        <source>How it ended</source>
        <translation>结案原因</translation>
    </message>
    <message>
        <source>Who has checked it</source>
        <translation>核查人</translation>
    </message>
    <message>
        <source>What was found (may stay empty)</source>
        <translation>核查情况（可不填）</translation>
    </message>
    <message>
        <source>Call the reporter back: {phone}</source>
        <translation>回访上报人：{phone}</translation>
    </message>
    <message>
        <source>Handled by {names}; another person checks.</source>
        <translation>处置人：{names}；须由其他人核查。</translation>
    </message>
    <message>
        <source>Who has checked it (not who handled it)</source>
        <translation>核查人（不得是处置人）</translation>
    </message>
    <message>
        <source>Who has checked it; {name} if left empty</source>
        <translation>核查人；不填即为{name}</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>plain time</source>
        <translation>自然时间</translation>
    </message>
    <message>
        <source>working time</source>
        <translation>工作时间</translation>
    </message>
</context>
<context>
    <name>ClockLine</name>
    <message>
        <source>from report to end {duration}</source>
        <translation>从上报到结束 {duration}</translation>
    </message>
    <message>
        <source>reported {duration} ago</source>
        <translation>上报至今 {duration}</translation>
    </message>
    <message>
        <source>reported {time}</source>
        <translation>上报 {time}</translation>
    </message>
    <message>
        <source>four fifths of the limit used up {time}</source>
        <translation>时限用去八成 {time}</translation>
    </message>
    <message>
        <source>limit ends {time}</source>
        <translation>时限到期 {time}</translation>
    </message>
    <message>
        <source>The limit counts the center&apos;s working hours only.</source>
        <translation>时限只计本中心的工作时间。</translation>
    </message>
    <message>
        <source>The limit counts day and night.</source>
        <translation>时限昼夜连续计算。</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <translation>结束 {time}</translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message>
        <source>Dispatches that would have gone to others</source>
        <translation>会派给别人的派遣</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Went to</source>
        <translation>实际派给</translation>
    </message>
    <message>
        <source>Proposed today</source>
        <translation>按现行权重推荐</translation>
    </message>
    <message>
        <source>Would go to</source>
        <translation>按新权重会派给</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>The order {number} is on the clipboard.</source>
        <translation>派遣单 {number} 已复制。</translation>
    </message>
    <message>
        <source>{deed}: {reason}</source>
        <translation>{deed}：{reason}</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Something unexpected went wrong; it was written to the log. Nothing was lost: look whether the deed was done, and do it again if not.</source>
        <translation>出现意外问题，已写入日志，数据没有丢失。请看操作是否已完成，没有就再做一次。</translation>
    </message>
    <message>
        <source>“{text}” is not an incident&apos;s number.</source>
        <translation>“{text}”不是事件编号。</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>队伍</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>The map is not there yet: try again in a moment.</source>
        <translation>地图还没有准备好，请稍候再试。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>{count} photos at once are too many: take at most {most}. None was taken.</source>
        <translation>一次放入 {count} 张照片太多，最多 {most} 张。一张都没有上传。</translation>
    </message>
    <message>
        <source>There is no photo on the clipboard. Copy one first.</source>
        <translation>剪贴板里没有照片，请先复制一张。</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>Show contact</source>
        <translation>查看联系方式</translation>
    </message>
    <message>
        <source>no contact given</source>
        <translation>没有留下联系方式</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Correct {number}</source>
        <translation>更正 {number}</translation>
    </message>
    <message>
        <source>Store  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Note of {time}</source>
        <translation>{time} 的备注</translation>
    </message>
    <message>
        <source>What stood there stays in the timeline, struck through.</source>
        <translation>原来的内容保留在时间线中，加删除线。</translation>
    </message>
</context>
<context>
    <name>CourseForm</name>
    <message>
        <source>Store what you changed first: Ctrl+Enter.</source>
        <translation>请先保存更改：Ctrl+Enter。</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Certified by</source>
        <translation>认证人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Part of the name, number or telephone</source>
        <translation>姓名、编号或电话的一部分</translation>
    </message>
    <message>
        <source>Members found</source>
        <translation>找到的成员</translation>
    </message>
    <message>
        <source>You, unless another name is given</source>
        <translation>未填写时为您本人</translation>
    </message>
    <message>
        <source>Why it is not held</source>
        <translation>为什么不举办</translation>
    </message>
    <message>
        <source>Cancel the course</source>
        <translation>取消课程</translation>
    </message>
    <message>
        <source>Store course    Ctrl+Enter</source>
        <translation>保存课程    Ctrl+Enter</translation>
    </message>
    <message>
        <source>Close the course and certify who passed</source>
        <translation>结束课程并认证合格者</translation>
    </message>
    <message>
        <source>Put away    Esc</source>
        <translation>收起    Esc</translation>
    </message>
    <message>
        <source>New course</source>
        <translation>新建课程</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>课程</translation>
    </message>
</context>
<context>
    <name>CourseList</name>
    <message>
        <source>Courses planned: {count}</source>
        <translation>计划中的课程：{count}</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>No courses yet.</source>
        <translation>还没有课程。</translation>
    </message>
    <message>
        <source>Plan a course</source>
        <translation>安排课程</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划中</translation>
    </message>
    <message>
        <source>cancelled: {reason}</source>
        <translation>已取消：{reason}</translation>
    </message>
    <message>
        <source>closed: {passed} passed, {failed} failed, {absent} absent</source>
        <translation>已结束：合格 {passed}，不合格 {failed}，缺席 {absent}</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{skill} in base grid {grid}</source>
        <translation>基础网格 {grid}：{skill}</translation>
    </message>
    <message>
        <source>nobody next door can be spared</source>
        <translation>相邻网格也抽不出人</translation>
    </message>
    <message>
        <source>{name} could move up from base grid {grid}</source>
        <translation>{name} 可从基础网格 {grid} 补上</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>Now: {slot}, {planned} planned, {there} of them on duty</source>
        <translation>当班：{slot}，排班 {planned} 人，其中 {there} 人在岗</translation>
    </message>
    <message>
        <source>Next: {slot}, {planned} planned</source>
        <translation>下一班：{slot}，排班 {planned} 人</translation>
    </message>
    <message>
        <source>No shifts are planned yet.</source>
        <translation>尚未排班。</translation>
    </message>
    <message>
        <source>Holes in the next 24 hours: {count}</source>
        <translation>未来 24 小时空岗：{count} 处</translation>
    </message>
    <message>
        <source>Holes in the next 7 days: {count}</source>
        <translation>未来 7 天空岗：{count} 处</translation>
    </message>
    <message>
        <source>Holes</source>
        <translation>空岗</translation>
    </message>
    <message>
        <source>Next 7 days</source>
        <translation>未来 7 天</translation>
    </message>
    <message>
        <source>Next 24 hours</source>
        <translation>未来 24 小时</translation>
    </message>
</context>
<context>
    <name>Deed</name>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>不受理</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Add as a further report</source>
        <translation>作为重复反映并入</translation>
    </message>
    <message>
        <source>Undo the merging</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>接单</translation>
    </message>
    <message>
        <source>Set out</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>处置完成</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回返工</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核查通过</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重开</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>上报镇</translation>
    </message>
    <message>
        <source>Dispatch a team</source>
        <translation>派遣小组</translation>
    </message>
    <message>
        <source>Dispatch one more</source>
        <translation>增派</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Dispatch the reserved</source>
        <translation>派遣预留人员</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离场</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Correct a note</source>
        <translation>更正备注</translation>
    </message>
    <message>
        <source>Change the language needed</source>
        <translation>更改所需语言</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Show contact</source>
        <translation>查看联系方式</translation>
    </message>
    <message>
        <source>Change duty</source>
        <translation>改在岗状态</translation>
    </message>
    <message>
        <source>Change the weights</source>
        <translation>修改权重</translation>
    </message>
    <message>
        <source>Add a skill</source>
        <translation>新增技能</translation>
    </message>
    <message>
        <source>Change a skill</source>
        <translation>修改技能</translation>
    </message>
    <message>
        <source>Remove a skill</source>
        <translation>删除技能</translation>
    </message>
    <message>
        <source>Certify</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>Put into training</source>
        <translation>安排带教</translation>
    </message>
    <message>
        <source>Revoke the badge</source>
        <translation>撤销徽章</translation>
    </message>
    <message>
        <source>Plan a course</source>
        <translation>安排课程</translation>
    </message>
    <message>
        <source>Change a course</source>
        <translation>修改课程</translation>
    </message>
    <message>
        <source>Close a course</source>
        <translation>结束课程</translation>
    </message>
    <message>
        <source>Cancel a course</source>
        <translation>取消课程</translation>
    </message>
    <message>
        <source>Raise a rung</source>
        <translation>逐级上报</translation>
    </message>
    <message>
        <source>Raise the alarm</source>
        <translation>发出告警</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>报平安</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Change the ladder</source>
        <translation>修改上报阶梯</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>新增通道</translation>
    </message>
    <message>
        <source>Remove a channel</source>
        <translation>移除通道</translation>
    </message>
    <message>
        <source>Change how a member is told</source>
        <translation>更改网格员的通知方式</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>未能通知</translation>
    </message>
    <message>
        <source>Tell again</source>
        <translation>重新通知</translation>
    </message>
    <message>
        <source>Set the weekly pattern</source>
        <translation>设置每周排班</translation>
    </message>
    <message>
        <source>Grant leave</source>
        <translation>准假</translation>
    </message>
    <message>
        <source>Take leave back</source>
        <translation>销假</translation>
    </message>
    <message>
        <source>Change a shift</source>
        <translation>调班</translation>
    </message>
    <message>
        <source>Swap shifts</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Take over a shift plan</source>
        <translation>导入排班表</translation>
    </message>
    <message>
        <source>Import grids</source>
        <translation>导入网格</translation>
    </message>
    <message>
        <source>Import members</source>
        <translation>导入人员</translation>
    </message>
    <message>
        <source>Import cameras</source>
        <translation>导入摄像头</translation>
    </message>
    <message>
        <source>Import the catalogue</source>
        <translation>导入目录</translation>
    </message>
    <message>
        <source>Hand the shift over</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Take the shift over</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Open camera</source>
        <translation>打开摄像头</translation>
    </message>
    <message>
        <source>Close camera</source>
        <translation>关闭摄像头</translation>
    </message>
    <message>
        <source>Read the mention</source>
        <translation>已读提及</translation>
    </message>
    <message>
        <source>Turn the photo</source>
        <translation>旋转照片</translation>
    </message>
    <message>
        <source>Declare major</source>
        <translation>定为重大事件</translation>
    </message>
    <message>
        <source>Stand down</source>
        <translation>解除重大事件</translation>
    </message>
    <message>
        <source>Add as a part</source>
        <translation>并入重大事件</translation>
    </message>
    <message>
        <source>Take out as a part</source>
        <translation>移出重大事件</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>DeedFields</name>
    <message>
        <source>Choose a mentor: somebody who holds the skill.</source>
        <translation>请选择师傅：须持有该技能。</translation>
    </message>
    <message>
        <source>Say for which reason the badge is revoked.</source>
        <translation>请说明撤销徽章的原因。</translation>
    </message>
    <message>
        <source>Certified by</source>
        <translation>认证人</translation>
    </message>
    <message>
        <source>On</source>
        <translation>认证日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>师傅</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>You, unless another name is given</source>
        <translation>未填写时为您本人</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选</translation>
    </message>
</context>
<context>
    <name>Deliveries</name>
    <message>
        <source>⇧R  Send again</source>
        <translation>⇧R  重新发送</translation>
    </message>
    <message>
        <source>{text} (tried {count} times)</source>
        <translation>{text}（已试 {count} 次）</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>发送失败</translation>
    </message>
    <message>
        <source>Order to {member}</source>
        <translation>派遣通知 {member}</translation>
    </message>
    <message>
        <source>Withdrawal to {member}</source>
        <translation>撤回通知 {member}</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>The service did not take it ({detail}). Check the network, then send it again.</source>
        <translation>服务未接收（{detail}）。请检查网络，然后重新发送。</translation>
    </message>
    <message>
        <source>No workstation has the secret {detail}. The administrator puts it into the keyring with “grid-console channels secret {detail}”, then send it again.</source>
        <translation>没有任何工位存有密钥 {detail}。请管理员用“grid-console channels secret {detail}”存入系统钥匙串，然后重新发送。</translation>
    </message>
    <message>
        <source>The channel {detail} was removed. Send it again by the one that holds now.</source>
        <translation>通道 {detail} 已移除。请用现在的通道重新发送。</translation>
    </message>
    <message>
        <source>The address cannot be used ({detail}). The administrator corrects the channel or the member&apos;s address, then send it again.</source>
        <translation>地址无法使用（{detail}）。请管理员更正通道或网格员的地址，然后重新发送。</translation>
    </message>
    <message>
        <source>The assignment was over before the order could be sent. There is nothing to do.</source>
        <translation>派遣通知发出之前派遣已经结束，无需处理。</translation>
    </message>
    <message>
        <source>{shape} {what}: {state}</source>
        <translation>{shape} {what}：{state}</translation>
    </message>
</context>
<context>
    <name>DifferencesDialog</name>
    <message>
        <source>Import settings: the differences</source>
        <translation>导入设置：有何不同</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Setting or key</source>
        <translation>设置项或按键</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>The file would change {count}. Nothing has been changed yet.</source>
        <translation>文件将改动 {count} 项，目前尚未改动。</translation>
    </message>
    <message>
        <source>Everything is already as the file has it.</source>
        <translation>所有设置已与文件一致。</translation>
    </message>
</context>
<context>
    <name>Distance</name>
    <message>
        <source>{n} m</source>
        <translation>{n} 米</translation>
    </message>
    <message>
        <source>{n} km</source>
        <translation>{n} 公里</translation>
    </message>
</context>
<context>
    <name>DraftsOffer</name>
    <message>
        <source>Take up  {key}</source>
        <translation>继续填写  {key}</translation>
    </message>
    <message>
        <source>Throw away  {key}</source>
        <translation>丢弃  {key}</translation>
    </message>
    <message>
        <source>{told}  (1 of {n})</source>
        <translation>{told}（第 1 件，共 {n} 件）</translation>
    </message>
    <message>
        <source>A half-typed report of {at}: {title}</source>
        <translation>{at} 有一份未写完的报告：{title}</translation>
    </message>
    <message>
        <source>A half-typed report of {at}</source>
        <translation>{at} 有一份未写完的报告</translation>
    </message>
    <message>
        <source>Half-typed on {number} at {at}: {deed}</source>
        <translation>{number} 有未写完的内容（{at}，{deed}）</translation>
    </message>
</context>
<context>
    <name>DraftsWiring</name>
    <message>
        <source>A half-typed text cannot be read any more; its file was put aside: {path}</source>
        <translation>有一份未写完的内容已无法读取，文件已另存：{path}</translation>
    </message>
    <message>
        <source>What is half typed cannot be kept on disk ({reason}). Store it before you leave.</source>
        <translation>未写完的内容无法保存到本机（{reason}），离开前请先提交。</translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>off duty</source>
        <translation>下班</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>at the scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>休息</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>not satisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未联系上</translation>
    </message>
    <message>
        <source>wants no call</source>
        <translation>不需要回访</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>处置前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>处置后</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
</context>
<context>
    <name>EndingList</name>
    <message>
        <source>Ends within {days} days: {count}</source>
        <translation>{days} 天内到期：{count}</translation>
    </message>
    <message>
        <source>Badges that end</source>
        <translation>即将到期的徽章</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>{operator} took the report: {title}</source>
        <translation>{operator} 登记上报：{title}</translation>
    </message>
    <message>
        <source>{operator} verified it</source>
        <translation>{operator} 核实</translation>
    </message>
    <message>
        <source>{operator} rejected it</source>
        <translation>{operator} 不受理</translation>
    </message>
    <message>
        <source>{operator} merged it into {into}</source>
        <translation>{operator} 合并到 {into}</translation>
    </message>
    <message>
        <source>{operator} took a further report of {into}: {title}</source>
        <translation>{operator} 登记了 {into} 的重复反映：{title}</translation>
    </message>
    <message>
        <source>{operator} took it out of {into} again</source>
        <translation>{operator} 将其从 {into} 中拆出</translation>
    </message>
    <message>
        <source>{operator} dispatched {member_name}</source>
        <translation>{operator} 派遣 {member_name}</translation>
    </message>
    <message>
        <source>{operator} withdrew {member_name}</source>
        <translation>{operator} 撤回 {member_name}</translation>
    </message>
    <message>
        <source>{member_name} returned it ({operator})</source>
        <translation>{member_name} 退回派遣（{operator} 登记）</translation>
    </message>
    <message>
        <source>{member_name} accepted ({operator})</source>
        <translation>{member_name} 接单（{operator} 登记）</translation>
    </message>
    <message>
        <source>{member_name} set out ({operator})</source>
        <translation>{member_name} 出发（{operator} 登记）</translation>
    </message>
    <message>
        <source>{member_name} arrived ({operator})</source>
        <translation>{member_name} 到场（{operator} 登记）</translation>
    </message>
    <message>
        <source>{operator} noted that it is dealt with</source>
        <translation>{operator} 登记处置完成</translation>
    </message>
    <message>
        <source>{operator} dispatched a team: {names}</source>
        <translation>{operator} 派遣了小组：{names}</translation>
    </message>
    <message>
        <source>{operator} also dispatched {member_name}</source>
        <translation>{operator} 增派了 {member_name}</translation>
    </message>
    <message>
        <source>{operator} reserved {member_name}</source>
        <translation>{operator} 预留了 {member_name}</translation>
    </message>
    <message>
        <source>{operator} dispatched {member_name}, who was reserved</source>
        <translation>{operator} 派遣了预留的 {member_name}</translation>
    </message>
    <message>
        <source>{member_name} left ({operator})</source>
        <translation>{member_name} 已离场（{operator}）</translation>
    </message>
    <message>
        <source>{operator} wrote a note</source>
        <translation>{operator} 备注</translation>
    </message>
    <message>
        <source>{operator} corrected it</source>
        <translation>{operator} 更正了内容</translation>
    </message>
    <message>
        <source>{operator} corrected a note</source>
        <translation>{operator} 更正了备注</translation>
    </message>
    <message>
        <source>{operator} noted the language needed: {language}</source>
        <translation>{operator} 注明需要的语言：{language}</translation>
    </message>
    <message>
        <source>{operator} looked at the contact</source>
        <translation>{operator} 查看了联系方式</translation>
    </message>
    <message>
        <source>{operator} changed the duty of {member_name}: {duty}</source>
        <translation>{operator} 将 {member_name} 改为{duty}</translation>
    </message>
    <message>
        <source>{operator} changed the weights of the proposal</source>
        <translation>{operator} 修改了推荐权重</translation>
    </message>
    <message>
        <source>{operator} added the skill {skill}</source>
        <translation>{operator} 新增了技能“{skill}”</translation>
    </message>
    <message>
        <source>{operator} changed the skill {skill}</source>
        <translation>{operator} 修改了技能“{skill}”</translation>
    </message>
    <message>
        <source>{operator} removed the skill {skill}</source>
        <translation>{operator} 删除了技能“{skill}”</translation>
    </message>
    <message>
        <source>{operator} certified {member_name} for {skill}</source>
        <translation>{operator} 认证 {member_name} 为{skill}</translation>
    </message>
    <message>
        <source>{operator} put {member_name} into training for {skill} with {mentor_name}</source>
        <translation>{operator} 安排 {member_name} 跟随 {mentor_name} 学习{skill}</translation>
    </message>
    <message>
        <source>{operator} revoked the badge {skill} of {member_name}</source>
        <translation>{operator} 撤销了 {member_name} 的{skill}徽章</translation>
    </message>
    <message>
        <source>{operator} planned a course for {skill} on {day}</source>
        <translation>{operator} 安排了 {day} 的{skill}课程</translation>
    </message>
    <message>
        <source>{operator} changed the course for {skill} on {day}</source>
        <translation>{operator} 修改了 {day} 的{skill}课程</translation>
    </message>
    <message>
        <source>{operator} closed the course for {skill} on {day}; nobody passed</source>
        <translation>{operator} 结束了 {day} 的{skill}课程；无人合格</translation>
    </message>
    <message>
        <source>{operator} cancelled the course for {skill} on {day}</source>
        <translation>{operator} 取消了 {day} 的{skill}课程</translation>
    </message>
    <message>
        <source>◷ time limit: told to {who}</source>
        <translation>◷ 时限：已报{who}</translation>
    </message>
    <message>
        <source>✚ {alone_name} is alone on scene and has not checked in; {owner} answers</source>
        <translation>✚ {alone_name} 独自在现场，未报平安；由{owner}签收</translation>
    </message>
    <message>
        <source>{operator} acknowledged the {card}</source>
        <translation>{operator} 签收{card}</translation>
    </message>
    <message>
        <source>{alone_name} checked in ({operator})</source>
        <translation>{alone_name} 报平安（{operator}）</translation>
    </message>
    <message>
        <source>{operator} extended the limit by {minutes} min, {consent} consents</source>
        <translation>{operator} 延期 {minutes} 分钟，{consent} 同意</translation>
    </message>
    <message>
        <source>{operator} changed the ladder</source>
        <translation>{operator} 修改了上报阶梯</translation>
    </message>
    <message>
        <source>{operator} added the channel {channel_name}</source>
        <translation>{operator} 新增通道 {channel_name}</translation>
    </message>
    <message>
        <source>{operator} removed the channel {channel_name}</source>
        <translation>{operator} 移除通道 {channel_name}</translation>
    </message>
    <message>
        <source>{operator} changed how {member_name} is told</source>
        <translation>{operator} 更改了 {member_name} 的通知方式</translation>
    </message>
    <message>
        <source>{member_name} was told through {channel_name}</source>
        <translation>已通过 {channel_name} 通知 {member_name}</translation>
    </message>
    <message>
        <source>{member_name} could not be told through {channel_name}</source>
        <translation>未能通过 {channel_name} 通知 {member_name}</translation>
    </message>
    <message>
        <source>{operator} has {member_name} told again</source>
        <translation>{operator} 要求重新通知 {member_name}</translation>
    </message>
    <message>
        <source>{operator} set the weekly pattern of {member_name}: {pattern}</source>
        <translation>{operator}设置了{member_name}的每周排班：{pattern}</translation>
    </message>
    <message>
        <source>{operator} granted {member_name} leave from {first} to {last}</source>
        <translation>{operator}给{member_name}准假：{first} 至 {last}</translation>
    </message>
    <message>
        <source>{operator} took back the leave of {member_name} from {first} to {last}</source>
        <translation>{operator}给{member_name}销假：{first} 至 {last}</translation>
    </message>
    <message>
        <source>{operator} gave {member_name} another shift on {day}: {shift}</source>
        <translation>{operator}调整了{member_name} {day} 的班次：{shift}</translation>
    </message>
    <message>
        <source>{operator} swapped shifts: {member_name} on {day}, {other_name} on {other_day}</source>
        <translation>{operator}办理换班：{member_name} {day}，{other_name} {other_day}</translation>
    </message>
    <message>
        <source>{operator} took over a shift plan from {first} to {last}; days changed: {count}</source>
        <translation>{operator}导入了 {first} 至 {last} 的排班表，更改 {count} 格</translation>
    </message>
    <message>
        <source>{operator} handed the shift over</source>
        <translation>{operator} 交班</translation>
    </message>
    <message>
        <source>{operator} took the shift over from {from_operator}</source>
        <translation>{operator} 接班（交班人 {from_operator}）</translation>
    </message>
    <message>
        <source>{member_name} returned it</source>
        <translation>{member_name} 退回派遣</translation>
    </message>
    <message>
        <source>{member_name} accepted</source>
        <translation>{member_name} 接单</translation>
    </message>
    <message>
        <source>{member_name} set out</source>
        <translation>{member_name} 出发</translation>
    </message>
    <message>
        <source>{member_name} arrived</source>
        <translation>{member_name} 到场</translation>
    </message>
    <message>
        <source>{member_name} dealt with it</source>
        <translation>{member_name} 处置完成</translation>
    </message>
    <message>
        <source>{department} sent it back ({operator})</source>
        <translation>{department}退回（{operator}）</translation>
    </message>
    <message>
        <source>{sentence}, with evidence: {evidence_names}</source>
        <translation>{sentence}，附证据：{evidence_names}</translation>
    </message>
    <message>
        <source>{sentence}; {next_name} leads on</source>
        <translation>{sentence}；由 {next_name} 接手牵头</translation>
    </message>
    <message>
        <source>{operator} certified {member_name} for {skill} until {valid_until}</source>
        <translation>{operator} 认证 {member_name} 为{skill}，有效期至 {valid_until}</translation>
    </message>
    <message>
        <source>{operator} ended the training of {member_name} for {skill}</source>
        <translation>{operator} 终止了 {member_name} 的{skill}带教</translation>
    </message>
    <message>
        <source>{operator} closed the course for {skill} on {day}; certified: {names}</source>
        <translation>{operator} 结束了 {day} 的{skill}课程；认证：{names}</translation>
    </message>
    <message>
        <source>{operator} imported the report: {title}</source>
        <translation>{operator} 导入上报：{title}</translation>
    </message>
    <message>
        <source>{operator} verified it through a camera</source>
        <translation>{operator} 通过摄像头核实</translation>
    </message>
    <message>
        <source>{member_name} dealt with it ({operator})</source>
        <translation>{member_name} 处置完成（{operator} 登记）</translation>
    </message>
    <message>
        <source>{operator} dispatched {member_name}, decided by the shift leader</source>
        <translation>{operator} 派遣 {member_name}，由值班长决定</translation>
    </message>
    <message>
        <source>{operator} looked at the telephone number of {member_name}</source>
        <translation>{operator} 查看了{member_name}的电话</translation>
    </message>
    <message>
        <source>{operator} looked at the telephone numbers of all members</source>
        <translation>{operator} 查看了全体网格员的电话</translation>
    </message>
    <message>
        <source>{operator} suspended it, {consent} consents</source>
        <translation>{operator} 挂账，{consent} 同意</translation>
    </message>
    <message>
        <source>{operator} noted that no language in particular is needed</source>
        <translation>{operator} 注明不需要特定语言</translation>
    </message>
    <message>
        <source>{operator} imported {member_name}</source>
        <translation>{operator} 导入 {member_name}</translation>
    </message>
    <message>
        <source>{sentence}: {note}</source>
        <translation>{sentence}：{note}</translation>
    </message>
    <message>
        <source>{operator} sent it back</source>
        <translation>{operator} 退回返工</translation>
    </message>
    <message>
        <source>{operator} checked it</source>
        <translation>{operator} 核查通过</translation>
    </message>
    <message>
        <source>{operator} closed it</source>
        <translation>{operator} 结案</translation>
    </message>
    <message>
        <source>{operator} reopened it</source>
        <translation>{operator} 重开</translation>
    </message>
    <message>
        <source>{operator} suspended it</source>
        <translation>{operator} 挂账</translation>
    </message>
    <message>
        <source>{operator} resumed it</source>
        <translation>{operator} 恢复办理</translation>
    </message>
    <message>
        <source>{operator} escalated it to the town</source>
        <translation>{operator} 上报镇</translation>
    </message>
    <message>
        <source>{operator} attached {name}</source>
        <translation>{operator} 附照片 {name}</translation>
    </message>
    <message>
        <source>{operator} imported grids</source>
        <translation>{operator} 导入网格</translation>
    </message>
    <message>
        <source>{operator} imported members</source>
        <translation>{operator} 导入人员</translation>
    </message>
    <message>
        <source>{operator} imported cameras</source>
        <translation>{operator} 导入摄像头</translation>
    </message>
    <message>
        <source>{operator} imported the catalogue</source>
        <translation>{operator} 导入目录</translation>
    </message>
    <message>
        <source>◷ time limit: {card}, told to {who}, {owner} answers</source>
        <translation>◷ 时限：{card}，已报{who}，由{owner}签收</translation>
    </message>
    <message>
        <source>{operator} acknowledged the alarm about a missed check-in</source>
        <translation>{operator} 签收了未报平安告警</translation>
    </message>
    <message>
        <source> (due {n} min earlier)</source>
        <translation>（应于 {n} 分钟前）</translation>
    </message>
    <message>
        <source>{by} checked it ({operator})</source>
        <translation>{by} 核查通过（{operator}）</translation>
    </message>
    <message>
        <source>{by} closed it ({operator})</source>
        <translation>{by} 结案（{operator}）</translation>
    </message>
    <message>
        <source>{operator} struck a note through</source>
        <translation>{operator} 划去了备注</translation>
    </message>
    <message>
        <source>{sentence}: {reason}</source>
        <translation>{sentence}：{reason}</translation>
    </message>
    <message>
        <source>{sentence}; reporter: {callback}</source>
        <translation>{sentence}；回访：{callback}</translation>
    </message>
    <message>
        <source>{sentence}: {changes}</source>
        <translation>{sentence}：{changes}</translation>
    </message>
    <message>
        <source>{operator} opened the camera {camera_name}</source>
        <translation>{operator} 打开摄像头 {camera_name}</translation>
    </message>
    <message>
        <source>{operator} watched the camera {camera_name} for {seconds} s</source>
        <translation>{operator} 查看摄像头 {camera_name} {seconds} 秒</translation>
    </message>
    <message>
        <source>{operator} kept a still of the camera {camera_name}: {name}</source>
        <translation>{operator} 存入摄像头 {camera_name} 的截图：{name}</translation>
    </message>
    <message>
        <source>{operator} has read the note that mentions them</source>
        <translation>{operator}已读提到自己的备注</translation>
    </message>
    <message>
        <source>{operator} turned {name}</source>
        <translation>{operator}旋转了照片 {name}</translation>
    </message>
    <message>
        <source>⛁ {operator} declared it a major incident</source>
        <translation>⛁ {operator} 定为重大事件</translation>
    </message>
    <message>
        <source>{operator} stood the major incident down</source>
        <translation>{operator} 解除了重大事件</translation>
    </message>
    <message>
        <source>⛁ {operator} made it a part of {major}</source>
        <translation>⛁ {operator} 并入重大事件 {major}</translation>
    </message>
    <message>
        <source>{operator} took it out of {major} as a part</source>
        <translation>{operator} 从重大事件 {major} 中移出</translation>
    </message>
    <message>
        <source>{operator} took back: {undone}</source>
        <translation>{operator} 撤销了：{undone}</translation>
    </message>
</context>
<context>
    <name>Excluded</name>
    <message>
        <source>Put away  X</source>
        <translation>收起  X</translation>
    </message>
    <message>
        <source>Who cannot go, and why  X</source>
        <translation>谁不能去，为什么  X</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{why}, goes with {mentor}</source>
        <translation>{why}，跟 {mentor} 一起去</translation>
    </message>
    <message>
        <source>on scene at {number}</source>
        <translation>在 {number} 现场</translation>
    </message>
    <message>
        <source>on the way to {number}</source>
        <translation>正赶往 {number}</translation>
    </message>
    <message>
        <source>sent to {number}</source>
        <translation>已派往 {number}</translation>
    </message>
    <message>
        <source>{where} until about {time}</source>
        <translation>{where}，约到 {time}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export what was found</source>
        <translation>导出检索结果</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>CSV, for any spreadsheet</source>
        <translation>CSV，适用于各类表格软件</translation>
    </message>
    <message>
        <source>GeoJSON, for maps</source>
        <translation>GeoJSON，用于地图</translation>
    </message>
    <message>
        <source>archive {day}</source>
        <translation>归档事件 {day}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>There is a file of this name already. Export once more to replace it.</source>
        <translation>已有同名文件。再次点击“导出”将替换它。</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>{count} cases written</source>
        <translation>已写入 {count} 件</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消，未写入任何内容。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>The database {url} cannot be reached ({reason}). Check the network and the server.</source>
        <translation>连不上数据库 {url}（{reason}）。请检查网络和服务器。</translation>
    </message>
    <message>
        <source>The database {url} refused the log-in. Check the user&apos;s name and password.</source>
        <translation>数据库 {url} 拒绝登录。请检查用户名和密码。</translation>
    </message>
    <message>
        <source>There is no database at {url}. Check the name, or have it made.</source>
        <translation>{url} 处没有数据库。请检查名称，或请管理员建立。</translation>
    </message>
    <message>
        <source>The database is older ({found}) than this console ({needed}). The administrator runs “grid-console db upgrade”.</source>
        <translation>数据库版本（{found}）比本控制台（{needed}）旧。请管理员运行 grid-console db upgrade。</translation>
    </message>
    <message>
        <source>The database is newer ({found}) than this console ({needed}). Bring the console on this workstation up to date.</source>
        <translation>数据库版本（{found}）比本控制台（{needed}）新。请升级本工位的控制台。</translation>
    </message>
    <message>
        <source>The database {url} is empty. The administrator runs “grid-console db upgrade”.</source>
        <translation>数据库 {url} 是空的。请管理员运行 grid-console db upgrade。</translation>
    </message>
    <message>
        <source>Another program holds the database {path}. Close it, then try again.</source>
        <translation>另一个程序占用着数据库 {path}。请关闭它再试。</translation>
    </message>
    <message>
        <source>The database file {path} is damaged. Keep it, restore a backup, and tell the administrator.</source>
        <translation>数据库文件 {path} 已损坏。请保留原文件，从备份恢复，并告知管理员。</translation>
    </message>
    <message>
        <source>The disk is full ({path}). Make room, then try again; nothing was half done.</source>
        <translation>磁盘已满（{path}）。请腾出空间再试；没有只做一半的操作。</translation>
    </message>
    <message>
        <source>No permission to write to {path}. Choose another place or have the right given.</source>
        <translation>没有写入 {path} 的权限。请换一个位置，或请管理员授权。</translation>
    </message>
    <message>
        <source>{path} lies on a network share, where a local database can be damaged. Put it on this computer, or use a shared database.</source>
        <translation>{path} 在网络共享上，本机数据库放在那里可能损坏。请放到本机，或改用共享数据库。</translation>
    </message>
    <message>
        <source>“{url}” is not the address of a database. Give a file or postgresql://…</source>
        <translation>“{url}”不是数据库地址。请给出文件或 postgresql://…</translation>
    </message>
    <message>
        <source>The file {path} cannot be used: {reason}. Take another one.</source>
        <translation>文件 {path} 不能使用：{reason}。请换一个。</translation>
    </message>
    <message>
        <source>The connection to the database was lost ({reason}). The console tries again by itself.</source>
        <translation>数据库连接中断（{reason}）。控制台会自动重试。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong; the log has it. Look whether it was done before you do it again.</source>
        <translation>出现意外问题，已写入日志。再做之前请先看是否已完成。</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>the day of the course</source>
        <translation>课程日期</translation>
    </message>
    <message>
        <source>where the course is held</source>
        <translation>上课地点</translation>
    </message>
    <message>
        <source>who is to attend</source>
        <translation>参加人员</translation>
    </message>
    <message>
        <source>a result for everybody</source>
        <translation>每个人的结果</translation>
    </message>
    <message>
        <source>the monogram</source>
        <translation>单字</translation>
    </message>
    <message>
        <source>the English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>the code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>the language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>the colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>the icon</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>the validity in months</source>
        <translation>有效期（月）</translation>
    </message>
    <message>
        <source>the place in the list</source>
        <translation>排列位置</translation>
    </message>
    <message>
        <source>the day of certification</source>
        <translation>认证日期</translation>
    </message>
    <message>
        <source>who certifies</source>
        <translation>认证人</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>有效期截止日</translation>
    </message>
    <message>
        <source>the days of the pattern</source>
        <translation>每周排班的天数</translation>
    </message>
    <message>
        <source>a change of shifts</source>
        <translation>排班的改动</translation>
    </message>
    <message>
        <source>what has happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>the reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>the note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>the description</source>
        <translation>详细说明</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>the duty</source>
        <translation>在岗状态</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>the reporter&apos;s name</source>
        <translation>上报人姓名</translation>
    </message>
    <message>
        <source>the reporter&apos;s number</source>
        <translation>上报人电话</translation>
    </message>
    <message>
        <source>the time of the report</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>the number in the source</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>the camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>the place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>the department, or who checks</source>
        <translation>部门或核查人</translation>
    </message>
    <message>
        <source>what the reporter said when called back</source>
        <translation>回访结果</translation>
    </message>
    <message>
        <source>a reason from the list</source>
        <translation>清单中的原因</translation>
    </message>
    <message>
        <source>what was promised</source>
        <translation>承诺事项</translation>
    </message>
    <message>
        <source>the equipment</source>
        <translation>设备情况</translation>
    </message>
    <message>
        <source>the handover</source>
        <translation>交班记录</translation>
    </message>
    <message>
        <source>the note that is put right</source>
        <translation>要更正的备注</translation>
    </message>
    <message>
        <source>the shift leader who consents</source>
        <translation>同意的值班长</translation>
    </message>
    <message>
        <source>by how much</source>
        <translation>延长多久</translation>
    </message>
    <message>
        <source>the rung</source>
        <translation>阶梯级次</translation>
    </message>
    <message>
        <source>when the rung is due</source>
        <translation>上报时点</translation>
    </message>
    <message>
        <source>the time to acknowledge</source>
        <translation>签收时限</translation>
    </message>
    <message>
        <source>the owner of the card</source>
        <translation>督办责任人</translation>
    </message>
    <message>
        <source>how often to check in</source>
        <translation>报平安间隔</translation>
    </message>
    <message>
        <source>the attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>the computer or the user</source>
        <translation>主机名或用户名</translation>
    </message>
    <message>
        <source>the seconds watched</source>
        <translation>查看的秒数</translation>
    </message>
    <message>
        <source>who is mentioned</source>
        <translation>提到的人</translation>
    </message>
    <message>
        <source>by how much a photo is turned</source>
        <translation>照片的旋转角度</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>A badge ends within 30 days</source>
        <translation>30 天内有证到期</translation>
    </message>
    <message>
        <source>All skills</source>
        <translation>全部技能</translation>
    </message>
    <message>
        <source>All grids</source>
        <translation>全部网格</translation>
    </message>
    <message>
        <source>Base grid {code}</source>
        <translation>基础网格 {code}</translation>
    </message>
    <message>
        <source>Any duty</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Name, pinyin or initials, number, telephone, grid</source>
        <translation>姓名、拼音或首字母、编号、电话、网格</translation>
    </message>
    <message>
        <source>Filter the roster</source>
        <translation>筛选队伍</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>在岗状态</translation>
    </message>
    <message>
        <source>Base grid</source>
        <translation>基础网格</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>Promised</source>
        <translation>承诺事项</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备情况</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>Taken over by</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 件</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>已上报镇</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>to verify</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>to dispatch</source>
        <translation>待派遣</translation>
    </message>
    <message>
        <source>running</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>nothing open</source>
        <translation>无在办事件</translation>
    </message>
</context>
<context>
    <name>HandoverDialog</name>
    <message>
        <source>Shift handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时限</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>在办事件</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺事项</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备情况</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Print, or save as PDF…</source>
        <translation>打印或存为 PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Sign and take over  Ctrl+Enter</source>
        <translation>签字接班  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Hand over  Ctrl+Enter</source>
        <translation>交班  Ctrl+Enter</translation>
    </message>
    <message>
        <source>No shift has been handed over yet.</source>
        <translation>还没有交班记录。</translation>
    </message>
    <message>
        <source>{name} handed over at {time}; not signed yet.</source>
        <translation>{name} 于 {time} 交班，尚未签字接班。</translation>
    </message>
    <message>
        <source>{name} handed over at {time}; signed by {next}.</source>
        <translation>{name} 于 {time} 交班，{next} 已签字接班。</translation>
    </message>
</context>
<context>
    <name>HandoverNotice</name>
    <message>
        <source>{name} has handed the shift over. Whoever takes it signs: {key}.</source>
        <translation>{name} 已交班，请接班人签字：{key}。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Demonstration data</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>▲ No database yet: waiting for it</source>
        <translation>▲ 尚未连上数据库，等待中</translation>
    </message>
    <message>
        <source>▲ Database lost: data of {time}, {age} old</source>
        <translation>▲ 数据库断开：数据截至 {time}，已过 {age}</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>data {n} s ago</source>
        <translation>数据 {n} 秒前</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History</source>
        <translation>经历</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>HoleLine</name>
    <message>
        <source>⚠ Holes in the next 24 hours: {count}. {named}</source>
        <translation>⚠ 未来 24 小时空岗 {count} 处：{named}</translation>
    </message>
</context>
<context>
    <name>Holes</name>
    <message>
        <source>Nobody free now, by base grid</source>
        <translation>当前无人可派 · 按基础网格</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>另有 {n} 个网格</translation>
    </message>
    <message>
        <source>✓ Every skill is covered in its base grids</source>
        <translation>✓ 各基础网格技能均有人可派</translation>
    </message>
    <message>
        <source>▲ Grid {grid}</source>
        <translation>▲ {grid} 网格</translation>
    </message>
</context>
<context>
    <name>HolesLine</name>
    <message numerus="yes">
        <source>▲ %n holes in cover now</source>
        <translation>
            <numerusform>▲ 现有 %n 处空缺</numerusform>
        </translation>
    </message>
    <message>
        <source>{hole}: {remedy}</source>
        <translation>{hole}：{remedy}</translation>
    </message>
</context>
<context>
    <name>HolesOnMap</name>
    <message>
        <source>Nobody free for {skill}: {remedy}</source>
        <translation>{skill}无人空闲：{remedy}</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Reports by the hour</source>
        <translation>24 小时上报</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>same day last week</source>
        <translation>上周同日</translation>
    </message>
    <message>
        <source>same day last week: none</source>
        <translation>上周同日：无</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>{path} has no line with the heading 编号 and days such as 2026-03-02 周一. Export a week to see the form.</source>
        <translation>{path} 中没有含“编号”和日期（如 2026-03-02 周一）的表头行。可先导出一周查看格式。</translation>
    </message>
    <message>
        <source>“{value}” in cell {cell} is no day, or not that weekday. Write it as 2026-03-02 周一.</source>
        <translation>单元格 {cell} 的“{value}”不是日期，或星期不符。请写成 2026-03-02 周一。</translation>
    </message>
    <message>
        <source>“{value}” in cell {cell} is a day that has a column already. Remove one.</source>
        <translation>单元格 {cell} 的“{value}”与另一列日期重复。请删除一列。</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}. Check the name and whether it is in use.</source>
        <translation>打不开 {path}：{reason}。请检查文件名，以及是否正被占用。</translation>
    </message>
    <message>
        <source>{path} is empty: there is not even a line with the column headings.</source>
        <translation>{path} 是空的，连列标题也没有。</translation>
    </message>
    <message>
        <source>{path} is not a text in the encoding {encoding} (trouble at about byte {position}). Save it as CSV UTF-8, or say what it is with --encoding.</source>
        <translation>{path} 不是 {encoding} 编码的文本（约在第 {position} 字节出错）。请另存为 CSV UTF-8，或用 --encoding 指明编码。</translation>
    </message>
    <message>
        <source>There is no encoding “{encoding}”. Usual ones are utf-8 and gb18030.</source>
        <translation>没有“{encoding}”这种编码。常用的是 utf-8 和 gb18030。</translation>
    </message>
    <message>
        <source>{path} is in the old Excel form. Save it as .xlsx and import that.</source>
        <translation>{path} 是旧版 Excel 格式。请另存为 .xlsx 再导入。</translation>
    </message>
    <message>
        <source>{path} cannot be read as an Excel workbook ({reason}). Open it in Excel and save it anew, without a password.</source>
        <translation>{path} 不能作为 Excel 工作簿读取（{reason}）。请用 Excel 打开后不加密码另存。</translation>
    </message>
    <message>
        <source>There is no sheet “{sheet}”. The sheets are: {sheets}.</source>
        <translation>没有工作表“{sheet}”。现有：{sheets}。</translation>
    </message>
    <message>
        <source>{path} is not valid JSON; trouble in line {line}: {reason}. Export it anew.</source>
        <translation>{path} 不是有效的 JSON，第 {line} 行出错：{reason}。请重新导出。</translation>
    </message>
    <message>
        <source>{path} is not a GeoJSON FeatureCollection. Export it as GeoJSON.</source>
        <translation>{path} 不是 GeoJSON FeatureCollection。请导出为 GeoJSON。</translation>
    </message>
    <message>
        <source>The coordinates are in {crs}, not in WGS-84 (EPSG:4326). Export the file in WGS-84.</source>
        <translation>坐标系是 {crs}，不是 WGS-84（EPSG:4326）。请按 WGS-84 导出。</translation>
    </message>
    <message>
        <source>{path} has no outlines. Grids are imported from a GeoJSON file.</source>
        <translation>{path} 里没有边界。网格要从 GeoJSON 文件导入。</translation>
    </message>
    <message>
        <source>The mapping {path} is not valid TOML: {reason}. Correct it there.</source>
        <translation>对照表 {path} 不是有效的 TOML：{reason}。请改正。</translation>
    </message>
    <message>
        <source>There is no mapping “{mapping}”. Give a .toml file, or one of: {mappings}.</source>
        <translation>没有对照表“{mapping}”。请给出 .toml 文件，或下列之一：{mappings}。</translation>
    </message>
    <message>
        <source>The mapping {path} is for {found}, but {needed} are imported. Take another one.</source>
        <translation>对照表 {path} 用于 {found}，现在导入的是 {needed}。请换一个。</translation>
    </message>
    <message>
        <source>The mapping {path} says “{key}”, which means nothing. Possible are: {known}.</source>
        <translation>对照表 {path} 中的“{key}”没有意义。可用：{known}。</translation>
    </message>
    <message>
        <source>In the mapping {path}, “{value}” is not possible for {key}: {expected}.</source>
        <translation>对照表 {path} 中 {key} 不能是“{value}”：{expected}。</translation>
    </message>
    <message>
        <source>The mapping {path} does not say {key}. Add it.</source>
        <translation>对照表 {path} 缺少 {key}。请补上。</translation>
    </message>
    <message>
        <source>The mapping {path} fills a field “{target}”, which does not exist. The fields are: {known}.</source>
        <translation>对照表 {path} 要填的字段“{target}”不存在。字段有：{known}。</translation>
    </message>
    <message>
        <source>The mapping {path} does not say where the field “{target}” comes from. Add it.</source>
        <translation>对照表 {path} 没有说明字段“{target}”的来源。请补上。</translation>
    </message>
    <message>
        <source>The field “{target}” needs the column “{column}”, which the file does not have. Its columns are: {columns}. Correct the heading, or give a --mapping.</source>
        <translation>字段“{target}”需要列“{column}”，文件里没有。现有列：{columns}。请改列标题，或用 --mapping 指定对照表。</translation>
    </message>
    <message>
        <source>The mapping speaks of a skill “{skill}”. The skills are: {known}.</source>
        <translation>对照表提到技能“{skill}”。现有技能：{known}。</translation>
    </message>
    <message>
        <source>The mapping speaks of a category “{category}”. The categories are: {known}.</source>
        <translation>对照表提到类别“{category}”。现有类别：{known}。</translation>
    </message>
    <message>
        <source>The grids have no codes, so it must be said where they lie: give a --mapping with the 12 digits of their community.</source>
        <translation>网格没有编码，需说明属于哪里：请用 --mapping 给出 12 位社区代码。</translation>
    </message>
    <message>
        <source>Nothing was imported, because {count} rows are not in order. Mend them first.</source>
        <translation>有 {count} 行不合格，全部没有导入。请先改正。</translation>
    </message>
    <message>
        <source>{path} is locked with a password. Open it in Excel, take the password away and save it.</source>
        <translation>{path} 加了密码。请用 Excel 打开，去掉密码后保存。</translation>
    </message>
    <message>
        <source>In {path} the cells {cells} in the first line are merged. Delete a title above the column headings, and unmerge the headings, so that each column has its own in one line.</source>
        <translation>{path} 第一行的单元格 {cells} 是合并的。请删去列标题上方的大标题，并取消合并，让每一列在同一行里有自己的标题。</translation>
    </message>
    <message>
        <source>The columns “{other}” and “{column}” stand for the same skill. Take one of them out.</source>
        <translation>“{other}”和“{column}”两列是同一项技能。请去掉其中一列。</translation>
    </message>
    <message>
        <source>{path} does not say what it shall become. Its name must end in one of: {forms}.</source>
        <translation>看不出 {path} 要存成什么格式。文件名须以下列之一结尾：{forms}。</translation>
    </message>
    <message>
        <source>{path} is there already, and perhaps somebody is working on it. Take another name, or say --overwrite.</source>
        <translation>{path} 已经存在，也许有人正在改。请换个名字，或加上 --overwrite。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Check the folder and whether the file is open.</source>
        <translation>写不了 {path}：{reason}。请检查文件夹，以及文件是否正打开着。</translation>
    </message>
    <message>
        <source>there is no member “{value}”</source>
        <translation>没有编号为“{value}”的网格员</translation>
    </message>
    <message>
        <source>the number {value} belongs to {known}, not to {name}</source>
        <translation>编号 {value} 是{known}，不是{name}</translation>
    </message>
    <message>
        <source>“{value}” on {day} is no shift; possible are {known}</source>
        <translation>{day} 的“{value}”不是班次，可填：{known}</translation>
    </message>
    <message>
        <source>“{value}” puts the member on two shifts on {day}; one a day is possible</source>
        <translation>{day} 的“{value}”使该网格员同时有两个班次，每天只能有一个</translation>
    </message>
    <message>
        <source>the shift of {day} overlaps the one of {other}</source>
        <translation>{day} 的班次与 {other} 的班次时间重叠</translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation>无法读取：{reason}</translation>
    </message>
    <message>
        <source>has {cells} cells, but there are only {columns} columns</source>
        <translation>有 {cells} 格，但只有 {columns} 列</translation>
    </message>
    <message>
        <source>{field} is empty</source>
        <translation>{field}是空的</translation>
    </message>
    <message>
        <source>{field} is longer than {limit} characters</source>
        <translation>{field}超过 {limit} 字</translation>
    </message>
    <message>
        <source>“{value}” is not possible for {field}</source>
        <translation>{field}不能是“{value}”</translation>
    </message>
    <message>
        <source>the coordinates are missing</source>
        <translation>缺少坐标</translation>
    </message>
    <message>
        <source>the coordinates are 0, 0</source>
        <translation>坐标是 0, 0</translation>
    </message>
    <message>
        <source>longitude {lon}, latitude {lat} is no place on earth</source>
        <translation>经度 {lon}、纬度 {lat} 不是地球上的位置</translation>
    </message>
    <message>
        <source>“{value}” is no time in any of the forms expected ({field})</source>
        <translation>“{value}”不是可识别的时间（{field}）</translation>
    </message>
    <message>
        <source>“{value}” lies in the future ({field})</source>
        <translation>“{value}”是将来的时间（{field}）</translation>
    </message>
    <message>
        <source>there is no category “{value}”</source>
        <translation>没有类别“{value}”</translation>
    </message>
    <message>
        <source>there is no grid “{value}”</source>
        <translation>没有网格“{value}”</translation>
    </message>
    <message>
        <source>there is no skill “{value}”</source>
        <translation>没有技能“{value}”</translation>
    </message>
    <message>
        <source>“{key}” is in the file already, in line {line} (row {number})</source>
        <translation>“{key}”在文件第 {line} 行（第 {number} 条）已有</translation>
    </message>
    <message>
        <source>“{key}” belongs to incident {incident}, which has another title and another time</source>
        <translation>“{key}”属于事件 {incident}，标题和时间都不同</translation>
    </message>
    <message>
        <source>is no point but {found}</source>
        <translation>不是点，而是 {found}</translation>
    </message>
    <message>
        <source>is no area but {found}</source>
        <translation>不是面，而是 {found}</translation>
    </message>
    <message>
        <source>the outline has fewer than three different points</source>
        <translation>边界不足三个不同的点</translation>
    </message>
    <message>
        <source>the outline is broken and cannot be mended without changing it: {reason}</source>
        <translation>边界有错，不改变形状无法修复：{reason}</translation>
    </message>
    <message>
        <source>“{value}” is no code of 9, 12, 14 or 16 digits</source>
        <translation>“{value}”不是 9、12、14 或 16 位代码</translation>
    </message>
    <message>
        <source>“{value}” is of the wrong level; needed is: {needed}</source>
        <translation>“{value}”层级不对，需要：{needed}</translation>
    </message>
    <message>
        <source>below {parent} there is room for 99 grids only</source>
        <translation>{parent} 下最多 99 个网格</translation>
    </message>
    <message>
        <source>the cells {cells} are merged; unmerge them and fill each one in</source>
        <translation>单元格 {cells} 是合并的；请取消合并，逐格填写</translation>
    </message>
    <message>
        <source>“{value}” is kept as a number, of which the last digits may be lost ({field}); make the cell a text and type it anew</source>
        <translation>{field}“{value}”存成了数字，末尾几位可能已丢失；请把单元格改为文本后重新填写</translation>
    </message>
    <message>
        <source>“{value}” says nothing about {field}; possible are 是, 带教, 否, or the last day, such as 2027-05-31</source>
        <translation>{field}写的“{value}”看不懂；可以写 是、带教、否，或到期日，如 2027-05-31</translation>
    </message>
    <message>
        <source>the title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>the category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>the longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>the latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>the number in the source</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>the description</source>
        <translation>详细说明</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>the time of the report</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>the time of closing</source>
        <translation>结案时间</translation>
    </message>
    <message>
        <source>the priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>the reporter&apos;s name</source>
        <translation>上报人姓名</translation>
    </message>
    <message>
        <source>the reporter&apos;s telephone number</source>
        <translation>上报人电话</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>the number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>the code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>the grid above</source>
        <translation>上级网格</translation>
    </message>
    <message>
        <source>the telephone number</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>the grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>the duty</source>
        <translation>在岗状态</translation>
    </message>
    <message>
        <source>whose member it is</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>the organisation</source>
        <translation>所属组织</translation>
    </message>
    <message>
        <source>the languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>the address of the stream</source>
        <translation>视频流地址</translation>
    </message>
    <message>
        <source>Line {line} (row {number}): {reason}.</source>
        <translation>第 {line} 行（第 {number} 条）：{reason}。</translation>
    </message>
    <message>
        <source>{added} new, {updated} changed, {unchanged} already there, {rejected} not taken</source>
        <translation>新增 {added}，更新 {updated}，已有 {unchanged}，未导入 {rejected}</translation>
    </message>
    <message>
        <source>{rows} rows in {seconds} s, {speed} rows a second</source>
        <translation>{rows} 行，{seconds} 秒，每秒 {speed} 行</translation>
    </message>
    <message>
        <source>Columns are taken by their names.</source>
        <translation>按列名对应。</translation>
    </message>
    <message>
        <source>Mapping: {name}</source>
        <translation>对照表：{name}</translation>
    </message>
    <message>
        <source>The rows not taken are in {path}, each with its line and reason. Mend them there and import that file in the same way.</source>
        <translation>未导入的行在 {path}，附行号和原因。改好后用同样方式导入该文件。</translation>
    </message>
    <message>
        <source>{count} outlines were mended on the way.</source>
        <translation>顺便修复了 {count} 处边界。</translation>
    </message>
    <message>
        <source>New categories: {codes}</source>
        <translation>新增类别：{codes}</translation>
    </message>
    <message>
        <source>… and {count} more.</source>
        <translation>……另有 {count} 行。</translation>
    </message>
    <message>
        <source>Stopped. {count} rows are in the database and stay there. Import the file again to go on: what is there is not taken twice.</source>
        <translation>已停止。{count} 行已入库并保留。再次导入即可继续，已有的不会重复。</translation>
    </message>
    <message>
        <source>{count} rows were in the database before that, and stay there.</source>
        <translation>此前已有 {count} 行入库并保留。</translation>
    </message>
    <message>
        <source>{count} members are in {path}.</source>
        <translation>已把 {count} 名网格员写入 {path}。</translation>
    </message>
    <message>
        <source>{count} reports have arrived; the last one {seconds} s late.</source>
        <translation>已到达 {count} 件上报，最后一件晚 {seconds} 秒。</translation>
    </message>
    <message>
        <source>There is no report in the file to replay.</source>
        <translation>文件中没有可回放的上报。</translation>
    </message>
    <message>
        <source>New: {number} {name} (line {line})</source>
        <translation>新增：{number} {name}（第 {line} 行）</translation>
    </message>
    <message>
        <source>Changed: {number} {name} (line {line})</source>
        <translation>有改动：{number} {name}（第 {line} 行）</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{what}: {before} → {after}</source>
        <translation>{what}：{before} → {after}</translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation>{what}：{value}</translation>
    </message>
    <message>
        <source>not held</source>
        <translation>未持证</translation>
    </message>
    <message>
        <source>in training</source>
        <translation>在培</translation>
    </message>
    <message>
        <source>held</source>
        <translation>持证</translation>
    </message>
    <message>
        <source>held until {day}</source>
        <translation>持证至 {day}</translation>
    </message>
    <message>
        <source>These columns mean nothing here and are not read: {columns}</source>
        <translation>这些列没有对应的含义，不会读取：{columns}</translation>
    </message>
    <message>
        <source>{count} members are not in the file; they stay as they are.</source>
        <translation>有 {count} 名网格员不在文件里，保持原样。</translation>
    </message>
    <message>
        <source>This was a preview; nothing has been changed. Import it without --preview.</source>
        <translation>这只是预览，什么也没有改动。去掉 --preview 即可导入。</translation>
    </message>
    <message>
        <source>With --strict nothing would be imported, because not all rows are in order.</source>
        <translation>带 --strict 时一行也不会导入，因为并非每一行都没有问题。</translation>
    </message>
    <message>
        <source>{member} · {day}: {before} → {after}</source>
        <translation>{member} · {day}：{before} → {after}</translation>
    </message>
    <message>
        <source>{changed} days change, {unchanged} stay, {wrong} rows are wrong</source>
        <translation>更改 {changed} 格，不变 {unchanged} 格，有误 {wrong} 行</translation>
    </message>
    <message>
        <source>Nothing was taken over. Mend the rows above in the sheet and import it again.</source>
        <translation>未导入任何内容。请在表中改正以上各行后重新导入。</translation>
    </message>
    <message>
        <source>Nothing was changed. Without --preview these days would change.</source>
        <translation>未作更改。去掉 --preview 后将更改以上各格。</translation>
    </message>
    <message>
        <source>All of it was taken over at once.</source>
        <translation>已全部一次导入。</translation>
    </message>
    <message>
        <source>the address holds a user or a password; write it without them, and keep them with “grid-console cameras login {host}”</source>
        <translation>地址里带有用户名或密码；请去掉，另用“grid-console cameras login {host}”存入</translation>
    </message>
</context>
<context>
    <name>IncidentHeader</name>
    <message>
        <source>no place on the map</source>
        <translation>地图上没有位置</translation>
    </message>
    <message>
        <source>sub-grid {code}</source>
        <translation>子网格 {code}</translation>
    </message>
    <message>
        <source>base grid {code}</source>
        <translation>基础网格 {code}</translation>
    </message>
</context>
<context>
    <name>IncidentPanel</name>
    <message>
        <source>Reporter</source>
        <translation>上报人</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Recommended members</source>
        <translation>推荐人员</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>The incident in full</source>
        <translation>事件详情</translation>
    </message>
    <message>
        <source>Select an incident in the queue or on the map.</source>
        <translation>请在队列或地图上选择一件事件。</translation>
    </message>
    <message>
        <source>Dispatch {name}</source>
        <translation>派遣 {name}</translation>
    </message>
    <message>
        <source>{deed}: {name}</source>
        <translation>{deed}：{name}</translation>
    </message>
</context>
<context>
    <name>Key</name>
    <message>
        <source>do what the large button says</source>
        <translation>执行大按钮上的操作</translation>
    </message>
    <message>
        <source>choose another member, or an answer of the check</source>
        <translation>选择其他人员，或核查的答复</translation>
    </message>
    <message>
        <source>put a form away, back to the queue</source>
        <translation>收起表单，回到队列</translation>
    </message>
    <message>
        <source>go through the rows</source>
        <translation>上下移动</translation>
    </message>
    <message>
        <source>go to a screen</source>
        <translation>切换画面</translation>
    </message>
    <message>
        <source>store what a form holds</source>
        <translation>保存表单</translation>
    </message>
    <message>
        <source>show the keys</source>
        <translation>显示按键</translation>
    </message>
    <message>
        <source>show the keys, and change them</source>
        <translation>显示按键，也可改键</translation>
    </message>
    <message>
        <source>find and do: numbers, names, deeds</source>
        <translation>查找与操作：编号、姓名、操作</translation>
    </message>
    <message>
        <source>open the nearest camera, then another</source>
        <translation>打开最近的摄像头，再按换下一路</translation>
    </message>
    <message>
        <source>who cannot go, and why</source>
        <translation>谁不能去，为什么</translation>
    </message>
    <message>
        <source>send a team, or one more member</source>
        <translation>派遣小组，或增派一人</translation>
    </message>
    <message>
        <source>reserve the chosen member</source>
        <translation>预留所选网格员</translation>
    </message>
    <message>
        <source>to who is on it: Enter moves on, Del lets go</source>
        <translation>到在场人员：Enter 推进，Del 放行</translation>
    </message>
    <message>
        <source>choose the language that is needed</source>
        <translation>选择所需语言</translation>
    </message>
    <message>
        <source>acknowledge the card or the alarm</source>
        <translation>签收督办牌或告警</translation>
    </message>
    <message>
        <source>whoever is alone on scene has checked in</source>
        <translation>独自在现场者已报平安</translation>
    </message>
    <message>
        <source>list the open cards</source>
        <translation>列出待签收督办</translation>
    </message>
    <message>
        <source>propose members for all that wait</source>
        <translation>为全部待派遣事件推荐人员</translation>
    </message>
    <message>
        <source>copy the order as a short text</source>
        <translation>复制派遣单文字</translation>
    </message>
    <message>
        <source>print the order, or save it as a PDF</source>
        <translation>打印派遣单，或存为 PDF</translation>
    </message>
    <message>
        <source>send a message again that failed</source>
        <translation>重新发送未成功的通知</translation>
    </message>
    <message>
        <source>take a new report</source>
        <translation>登记新报</translation>
    </message>
    <message>
        <source>take a new report, from any screen</source>
        <translation>登记新报（任何画面）</translation>
    </message>
    <message>
        <source>filter the queue</source>
        <translation>筛选队列</translation>
    </message>
    <message>
        <source>filter what is shown</source>
        <translation>筛选当前画面</translation>
    </message>
    <message>
        <source>to what is possibly the same: Enter merges, O opens</source>
        <translation>到疑似同一事件：Enter 合并，O 打开</translation>
    </message>
    <message>
        <source>add the typed report to what it repeats</source>
        <translation>把正在登记的上报并入重复的事件</translation>
    </message>
    <message>
        <source>select several rows; keys then mean all of them</source>
        <translation>选中几行；按键对全部选中的生效</translation>
    </message>
    <message>
        <source>acknowledge the alarm that is shown, here</source>
        <translation>在本席确认所示告警</translation>
    </message>
    <message>
        <source>go to what the alarm is about</source>
        <translation>转到告警所指</translation>
    </message>
    <message>
        <source>list the alarms</source>
        <translation>列出告警</translation>
    </message>
    <message>
        <source>mute the sounds for some minutes, or end that</source>
        <translation>静音几分钟，再按恢复</translation>
    </message>
    <message>
        <source>hand the shift over, or sign that it was</source>
        <translation>交班，或签字接班</translation>
    </message>
    <message>
        <source>the wall, on a second screen if there is one</source>
        <translation>大屏（有第二块屏幕就显示在那里）</translation>
    </message>
    <message>
        <source>export what was found</source>
        <translation>导出检索结果</translation>
    </message>
    <message>
        <source>open the case at the desk</source>
        <translation>在调度台打开</translation>
    </message>
    <message>
        <source>search again</source>
        <translation>重新检索</translation>
    </message>
    <message>
        <source>the weights of the proposal</source>
        <translation>推荐权重</translation>
    </message>
    <message>
        <source>switch the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>into the member&apos;s page, and back</source>
        <translation>进入网格员详情，再返回</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>break</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>下班</translation>
    </message>
    <message>
        <source>rows or cards</source>
        <translation>列表或卡片</translation>
    </message>
    <message>
        <source>the next hole in cover</source>
        <translation>下一处空缺</translation>
    </message>
    <message>
        <source>export to a file</source>
        <translation>导出到文件</translation>
    </message>
    <message>
        <source>import from a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>show the telephone number</source>
        <translation>显示电话号码</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>add a skill</source>
        <translation>新增技能</translation>
    </message>
    <message>
        <source>change a skill</source>
        <translation>修改技能</translation>
    </message>
    <message>
        <source>remove a skill</source>
        <translation>删除技能</translation>
    </message>
    <message>
        <source>plan a course</source>
        <translation>安排课程</translation>
    </message>
    <message>
        <source>open a course</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>cancel a course</source>
        <translation>取消课程</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>缺席</translation>
    </message>
    <message>
        <source>a shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>grant leave</source>
        <translation>准假</translation>
    </message>
    <message>
        <source>take a leave back</source>
        <translation>销假</translation>
    </message>
    <message>
        <source>swap shifts</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>make this week the pattern</source>
        <translation>将本周设为每周排班</translation>
    </message>
    <message>
        <source>free</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>the holes of a day or of a week</source>
        <translation>未来一天或一周的空岗</translation>
    </message>
    <message>
        <source>the week before</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>the week after</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何画面</translation>
    </message>
    <message>
        <source>Queue and incident</source>
        <translation>队列与事件</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>队伍</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>The list of a course</source>
        <translation>课程名单</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>That is no key.</source>
        <translation>这不是一个按键。</translation>
    </message>
    <message>
        <source>{key} is needed to move about, to confirm and to put away.</source>
        <translation>{key} 用于移动、确认和收起，不能改作他用。</translation>
    </message>
    <message>
        <source>{key} belongs to text fields.</source>
        <translation>{key} 是文本框的按键。</translation>
    </message>
    <message>
        <source>{key} belongs to Chinese input methods.</source>
        <translation>{key} 是中文输入法的按键。</translation>
    </message>
    <message>
        <source>{key} cannot be given away.</source>
        <translation>{key} 不能改作他用。</translation>
    </message>
    <message>
        <source>{key} is taken already: {action}</source>
        <translation>{key} 已被占用：{action}</translation>
    </message>
    <message>
        <source>search an area drawn on the map</source>
        <translation>在地图上划出查找范围</translation>
    </message>
    <message>
        <source>search everywhere again</source>
        <translation>取消查找范围</translation>
    </message>
    <message>
        <source>go back to the camera before</source>
        <translation>回到上一路摄像头</translation>
    </message>
    <message>
        <source>keep a still of the camera in the case</source>
        <translation>把摄像头截图存入案件</translation>
    </message>
    <message>
        <source>show the camera in full size</source>
        <translation>放大摄像头画面</translation>
    </message>
    <message>
        <source>try the camera again</source>
        <translation>重试摄像头</translation>
    </message>
    <message>
        <source>switch to the next theme</source>
        <translation>切换到下一个主题</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>make all text larger</source>
        <translation>放大所有文字</translation>
    </message>
    <message>
        <source>make all text smaller</source>
        <translation>缩小所有文字</translation>
    </message>
    <message>
        <source>text as large as at first</source>
        <translation>文字恢复初始大小</translation>
    </message>
    <message>
        <source>print the case file, or save it as a PDF</source>
        <translation>打印案卷，或另存为 PDF</translation>
    </message>
    <message>
        <source>to the notes that mention you</source>
        <translation>查看提到我的备注</translation>
    </message>
    <message>
        <source>what was here before: Enter opens it</source>
        <translation>此处以往的事件：回车打开</translation>
    </message>
    <message>
        <source>to the photos: Enter opens one</source>
        <translation>转到照片：回车打开</translation>
    </message>
    <message>
        <source>attach what is on the clipboard</source>
        <translation>粘贴剪贴板里的照片</translation>
    </message>
    <message>
        <source>another photo</source>
        <translation>上一张、下一张</translation>
    </message>
    <message>
        <source>larger, smaller, as a whole, full size</source>
        <translation>放大、缩小、全图、原始大小</translation>
    </message>
    <message>
        <source>turn the photo</source>
        <translation>旋转照片</translation>
    </message>
    <message>
        <source>save the photo as a file</source>
        <translation>把照片另存为文件</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>a view of the queue</source>
        <translation>切换队列视图</translation>
    </message>
    <message>
        <source>fold a group of rows, and unfold it</source>
        <translation>折叠、展开分组</translation>
    </message>
    <message>
        <source>all views; rename, update, remove</source>
        <translation>全部视图：改名、更新、删除</translation>
    </message>
    <message>
        <source>keep what is shown as a view</source>
        <translation>把当前筛选存为视图</translation>
    </message>
    <message>
        <source>order, headings, columns, one grid alone</source>
        <translation>排序、分组、列、只看某网格</translation>
    </message>
    <message>
        <source>two lines, one line, table</source>
        <translation>双行、单行、表格</translation>
    </message>
    <message>
        <source>show now what is held back</source>
        <translation>立即放行暂停的新行</translation>
    </message>
    <message>
        <source>take one&apos;s own last deed back</source>
        <translation>撤销自己的上一步操作</translation>
    </message>
    <message>
        <source>choose photos for the typed report</source>
        <translation>为正在填写的报告选择照片</translation>
    </message>
    <message>
        <source>take up what was half typed</source>
        <translation>继续填写未写完的内容</translation>
    </message>
    <message>
        <source>throw away what was half typed</source>
        <translation>丢弃未写完的内容</translation>
    </message>
    <message>
        <source>set the typed report aside for another one</source>
        <translation>把正在填写的报告放一边，另记一件</translation>
    </message>
    <message>
        <source>declare it a major incident, or stand it down</source>
        <translation>定为重大事件，或解除</translation>
    </message>
    <message>
        <source>add it to a major incident, or take it out</source>
        <translation>并入重大事件，或移出</translation>
    </message>
    <message>
        <source>to the parts of the major incident</source>
        <translation>到重大事件的分事件</translation>
    </message>
    <message>
        <source>a note to the major incident and all its parts</source>
        <translation>给重大事件及全部分事件写备注</translation>
    </message>
    <message>
        <source>close the major incident with all its parts</source>
        <translation>重大事件连同分事件一并结案</translation>
    </message>
</context>
<context>
    <name>KeyFigures</name>
    <message>
        <source>Reported today</source>
        <translation>今日上报</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>今日结案</translation>
    </message>
    <message>
        <source>Closed on time today</source>
        <translation>今日按时结案率</translation>
    </message>
    <message>
        <source>Sent to on scene, mean</source>
        <translation>派遣到场平均</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Enter  Change…</source>
        <translation>Enter  改键…</translation>
    </message>
    <message>
        <source>Del  Back to the first</source>
        <translation>Del  恢复默认</translation>
    </message>
    <message>
        <source>All back to the first</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>This key cannot be changed.</source>
        <translation>此键不能更改。</translation>
    </message>
    <message>
        <source>Press the new key for: {action}. Esc leaves it as it is.</source>
        <translation>请按新的键：{action}。Esc 保持不变。</translation>
    </message>
    <message>
        <source>{key} is now the key for: {action}</source>
        <translation>{key} 现在是：{action}</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>next person on duty</source>
        <translation>下一责任人</translation>
    </message>
    <message>
        <source>shift leader</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>town</source>
        <translation>镇</translation>
    </message>
    <message>
        <source>no card</source>
        <translation>不发牌</translation>
    </message>
    <message>
        <source>yellow card</source>
        <translation>黄牌</translation>
    </message>
    <message>
        <source>red card</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>check-in missed</source>
        <translation>未报平安</translation>
    </message>
    <message>
        <source>acknowledged by {name}</source>
        <translation>{name} 已签收</translation>
    </message>
    <message>
        <source>{owner} answers within {time}</source>
        <translation>{owner} 应在 {time} 内签收</translation>
    </message>
    <message>
        <source>{owner} should have answered {time} ago</source>
        <translation>{owner} 签收已超时 {time}</translation>
    </message>
</context>
<context>
    <name>LanguageNeed</name>
    <message>
        <source>Language needed</source>
        <translation>所需语言</translation>
    </message>
    <message>
        <source>none in particular</source>
        <translation>无特定要求</translation>
    </message>
</context>
<context>
    <name>Led</name>
    <message>
        <source>⛁ {n} parts</source>
        <translation>⛁ {n} 件</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>town</source>
        <translation>镇</translation>
    </message>
    <message>
        <source>community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>base grid</source>
        <translation>基础网格</translation>
    </message>
    <message>
        <source>sub-grid</source>
        <translation>子网格</translation>
    </message>
</context>
<context>
    <name>LimitRing</name>
    <message>
        <source>No time limit runs</source>
        <translation>没有时限在走</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>还剩 {duration}</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>Import members: the differences</source>
        <translation>导入网格员：差异</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>The file or the members have changed meanwhile. Look again.</source>
        <translation>文件或网格员资料已有变动，请重新核对。</translation>
    </message>
    <message>
        <source>Done: {counts}</source>
        <translation>已完成：{counts}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ListFiles</name>
    <message>
        <source>Export members</source>
        <translation>导出网格员</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;CSV (*.csv)</source>
        <translation>Excel (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Import members</source>
        <translation>导入网格员</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.csv)</source>
        <translation>名册 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
</context>
<context>
    <name>MajorPart</name>
    <message>
        <source>Note to all</source>
        <translation>全部备注</translation>
    </message>
    <message>
        <source>Close with all</source>
        <translation>一并结案</translation>
    </message>
    <message>
        <source>⛁ Part of a major incident</source>
        <translation>⛁ 属于重大事件</translation>
    </message>
    <message>
        <source>Many people tell of it at once: led as a major incident?</source>
        <translation>多人同时反映此事：是否定为重大事件？</translation>
    </message>
    <message>
        <source>⛁ Major incident · parts open: {n}, ended: {ended} · people: {people}</source>
        <translation>⛁ 重大事件 · 分事件在办 {n} 件，已结束 {ended} 件 · 在场与途中 {people} 人</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Why it is led as a major incident</source>
        <translation>定为重大事件的原因</translation>
    </message>
    <message>
        <source>Why it is led as a major incident no more; its parts go on</source>
        <translation>解除重大事件的原因（分事件各自继续）</translation>
    </message>
    <message>
        <source>Number of the major incident that it is a part of</source>
        <translation>所属重大事件的编号</translation>
    </message>
    <message>
        <source>How all of it ended: from the list (↓), with a note after it</source>
        <translation>结案原因：从列表选（↓），后面可加说明</translation>
    </message>
    <message>
        <source>Note to the major incident and all its parts</source>
        <translation>给重大事件及全部分事件的备注</translation>
    </message>
    <message>
        <source>{deed}: {number} with its parts</source>
        <translation>{deed}：{number} 及其分事件</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>Map of the grids</source>
        <translation>网格地图</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Shading</source>
        <translation>底色</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Off duty</source>
        <translation>下班人员</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>High</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>缓办</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待派遣</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>En route</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Shading: open incidents per sub-grid, 0 to {top}</source>
        <translation>底色：子网格在办件数 0–{top}</translation>
    </message>
    <message>
        <source>Nobody free for a skill in the base grid</source>
        <translation>基础网格内某项技能无人空闲</translation>
    </message>
    <message>
        <source>Demonstration data</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Drag a rectangle, with Shift a circle · Enter: all in view · Esc: leave</source>
        <translation>拖出矩形，按住 Shift 拖出圆 · 回车：整个视野 · Esc：返回</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>The map is being loaded…</source>
        <translation>正在加载地图…</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>The map&apos;s page could not be loaded.</source>
        <translation>地图页面没能加载。</translation>
    </message>
    <message>
        <source>The map&apos;s script is damaged. Install the program again.</source>
        <translation>地图脚本已损坏。请重新安装程序。</translation>
    </message>
    <message>
        <source>The map did not answer.</source>
        <translation>地图没有响应。</translation>
    </message>
    <message>
        <source>The map stopped working.</source>
        <translation>地图停止了工作。</translation>
    </message>
    <message>
        <source>The map could not be drawn: a file of the program is missing or damaged.</source>
        <translation>地图无法绘制：程序文件缺失或损坏。</translation>
    </message>
</context>
<context>
    <name>MemberPage</name>
    <message>
        <source>Member</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>在岗状态</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Base grid</source>
        <translation>基础网格</translation>
    </message>
    <message>
        <source>Sub-grid</source>
        <translation>子网格</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>在手</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近位置</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Nobody is selected.</source>
        <translation>没有选中网格员。</translation>
    </message>
    <message>
        <source>No skills</source>
        <translation>没有技能</translation>
    </message>
    <message>
        <source>the whole base grid</source>
        <translation>整个基础网格</translation>
    </message>
    <message>
        <source>belongs to no grid</source>
        <translation>不属于任何网格</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none noted</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>now {shift}</source>
        <translation>当班 {shift}</translation>
    </message>
    <message>
        <source>next {shift}</source>
        <translation>下一班 {shift}</translation>
    </message>
    <message>
        <source>none within a week</source>
        <translation>一周内无班次</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>{time} in {grid}</source>
        <translation>{time} 在 {grid}</translation>
    </message>
</context>
<context>
    <name>MentionCompletion</name>
    <message>
        <source>Who is meant</source>
        <translation>要提到谁</translation>
    </message>
</context>
<context>
    <name>MentionList</name>
    <message>
        <source>Notes that mention you</source>
        <translation>提到我的备注</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>谁写的</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>Mentions</name>
    <message>
        <source>No note that mentions you waits to be read.</source>
        <translation>没有未读的提到您的备注。</translation>
    </message>
    <message>
        <source>{name} mentions you on {number}: {note}</source>
        <translation>{name}在 {number} 中提到了您：{note}</translation>
    </message>
    <message>
        <source>{count} notes mention you; the last one by {name} on {number}: {note}</source>
        <translation>有 {count} 条备注提到了您；最近一条是{name}在 {number} 中：{note}</translation>
    </message>
</context>
<context>
    <name>MentionsButton</name>
    <message>
        <source>Mentioned {n}</source>
        <translation>提到我 {n}</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Put the message away</source>
        <translation>收起消息</translation>
    </message>
</context>
<context>
    <name>Monogram</name>
    <message>
        <source>Nobody assigned</source>
        <translation>尚未派人</translation>
    </message>
</context>
<context>
    <name>NextBests</name>
    <message>
        <source>{community} is asked for help. {reason}</source>
        <translation>请{community}支援。{reason}</translation>
    </message>
    <message>
        <source>Own members of neighbouring base grids are candidates from the start; none of them can go either. The next best:</source>
        <translation>相邻基础网格的本社区人员本来就在候选之列，也无人能去。其次可选：</translation>
    </message>
    <message>
        <source>Send {name} of the mobile squad</source>
        <translation>派机动队 {name}</translation>
    </message>
    <message>
        <source>Send {name} of {organisation}</source>
        <translation>派 {name}（{organisation}）</translation>
    </message>
    <message>
        <source>Ask {community} for help…</source>
        <translation>请{community}支援…</translation>
    </message>
    <message>
        <source>Escalate to the town…</source>
        <translation>上报镇街…</translation>
    </message>
    <message>
        <source>certified and on duty; no base grid loses its cover</source>
        <translation>持证在岗；不会让任何基础网格出现空缺</translation>
    </message>
    <message>
        <source>certified and on duty; lent by the neighbouring community</source>
        <translation>持证在岗；由相邻社区借调</translation>
    </message>
    <message>
        <source>none of its members is certified and on duty here; the incident is handed over by way of the town, with a note</source>
        <translation>该社区没有持证在岗的人员登记在此；附说明经镇街转交</translation>
    </message>
    <message>
        <source>certified and on duty; a partner organisation</source>
        <translation>持证在岗；合作单位</translation>
    </message>
    <message>
        <source>the limits rest until it answers</source>
        <translation>答复之前时限暂停</translation>
    </message>
    <message>
        <source>the neighbouring community</source>
        <translation>相邻社区</translation>
    </message>
    <message>
        <source>{n} {obstacle}</source>
        <translation>{n} 人{obstacle}</translation>
    </message>
    <message>
        <source>None of our own is certified for {skill}.</source>
        <translation>本社区无人持有{skill}证。</translation>
    </message>
    <message>
        <source>None of our own can go who is certified for {skill}: {parts}.</source>
        <translation>本社区没有能去的{skill}：{parts}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 条</translation>
    </message>
    <message>
        <source>Very many alarms</source>
        <translation>告警过多</translation>
    </message>
    <message>
        <source>Alarms that wait: {n}</source>
        <translation>待确认告警 {n} 条</translation>
    </message>
</context>
<context>
    <name>Obstacle</name>
    <message>
        <source>still in training</source>
        <translation>还在学习</translation>
    </message>
    <message>
        <source>certificate ended</source>
        <translation>证书已到期</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>下班</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>休息中</translation>
    </message>
    <message>
        <source>has as many incidents as one may have</source>
        <translation>手上的事件已到上限</translation>
    </message>
</context>
<context>
    <name>Onlooker</name>
    <message>
        <source>{name} ({seat}) looks at it since {time}</source>
        <translation>{name}（{seat}）自 {time} 起正在查看</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>by telephone</source>
        <translation>电话上报</translation>
    </message>
    <message>
        <source>by a member</source>
        <translation>网格员上报</translation>
    </message>
    <message>
        <source>by a resident</source>
        <translation>居民上报</translation>
    </message>
    <message>
        <source>by camera</source>
        <translation>视频发现</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>PageDialog</name>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Again</source>
        <translation>再次</translation>
    </message>
    <message>
        <source>Nothing is called so. Fewer letters find more.</source>
        <translation>没有匹配。少输几个字，找到的更多。</translation>
    </message>
    <message>
        <source>More fits than is shown: type on.</source>
        <translation>还有更多，请继续输入。</translation>
    </message>
    <message>
        <source>A deed, then the incident, then the member, such as: pq 23 abc</source>
        <translation>先操作，再事件，再网格员，例如：pq 23 abc</translation>
    </message>
    <message>
        <source>{deed}?</source>
        <translation>{deed}？</translation>
    </message>
    <message>
        <source>Enter does it. Esc goes back, and nothing is done.</source>
        <translation>按 Enter 执行；按 Esc 返回，不做任何操作。</translation>
    </message>
    <message>
        <source>The incident has changed meanwhile: choose again.</source>
        <translation>该事件刚才已有变化，请重新选择。</translation>
    </message>
    <message>
        <source>Number, name, initials, address, deed, screen or tool</source>
        <translation>编号、姓名、拼音首字母、地址、操作、画面或工具</translation>
    </message>
    <message>
        <source>Find and do</source>
        <translation>查找与操作</translation>
    </message>
    <message>
        <source>What it may mean</source>
        <translation>可能的含义</translation>
    </message>
    <message>
        <source>Deed</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>no incident is selected</source>
        <translation>未选中事件</translation>
    </message>
    <message>
        <source>nothing open is called so</source>
        <translation>没有这样的在办事件或人员</translation>
    </message>
    <message>
        <source>not now: {state}</source>
        <translation>现在不能：{state}</translation>
    </message>
    <message>
        <source>nobody on duty is fit for it</source>
        <translation>没有合适的在岗人员</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>下班</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>休息中</translation>
    </message>
    <message>
        <source>does not hold the skill</source>
        <translation>无此技能</translation>
    </message>
    <message>
        <source>still in training for it</source>
        <translation>该技能在培</translation>
    </message>
    <message>
        <source>the badge has ended</source>
        <translation>徽章已到期</translation>
    </message>
    <message>
        <source>has as much to do as may run at once</source>
        <translation>在办已达上限</translation>
    </message>
    <message>
        <source>{deed} {name} to {incident}</source>
        <translation>{deed} {name} 前往 {incident}</translation>
    </message>
</context>
<context>
    <name>PaletteWiring</name>
    <message>
        <source>The last deed on {number} is still on its way: try again.</source>
        <translation>{number} 的上一项操作还没有完成，请再试一次。</translation>
    </message>
</context>
<context>
    <name>PendingPhoto</name>
    <message>
        <source>Take the photo {name} away</source>
        <translation>移除照片 {name}</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>On duty, by skill</source>
        <translation>在岗人员 · 按技能</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>On it · Y, then Enter moves one on, W withdraws, T returns, Del lets go</source>
        <translation>在该事件上的人 · Y 进入，Enter 推进，W 撤回，T 退回，Del 放行</translation>
    </message>
    <message>
        <source>in training with {mentor}</source>
        <translation>还在学习，跟{mentor}</translation>
    </message>
</context>
<context>
    <name>PersonLine</name>
    <message>
        <source>leads</source>
        <translation>牵头</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>离场</translation>
    </message>
</context>
<context>
    <name>PhotoPart</name>
    <message>
        <source>Attach photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp *.gif)</source>
        <translation>照片 (*.jpg *.jpeg *.png *.webp *.gif)</translation>
    </message>
    <message>
        <source>Pasted {at}.png</source>
        <translation>粘贴 {at}.png</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>cannot be shown</source>
        <translation>无法显示</translation>
    </message>
    <message>
        <source>{photo} · attached in error</source>
        <translation>{photo} · 误传</translation>
    </message>
    <message>
        <source>in error</source>
        <translation>误传</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Save the photo</source>
        <translation>保存照片</translation>
    </message>
    <message>
        <source>←  Previous</source>
        <translation>←  上一张</translation>
    </message>
    <message>
        <source>→  Next</source>
        <translation>→  下一张</translation>
    </message>
    <message>
        <source>−  Smaller</source>
        <translation>−  缩小</translation>
    </message>
    <message>
        <source>+  Larger</source>
        <translation>+  放大</translation>
    </message>
    <message>
        <source>R  Turn</source>
        <translation>R  旋转</translation>
    </message>
    <message>
        <source>S  Save as…</source>
        <translation>S  另存为…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>cannot be shown</source>
        <translation>无法显示</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已保存到 {path}</translation>
    </message>
</context>
<context>
    <name>PlacePart</name>
    <message>
        <source>This place before</source>
        <translation>此处以往</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 件</translation>
    </message>
    <message>
        <source>{n} within {days} days before</source>
        <translation>此前 {days} 天内 {n} 件</translation>
    </message>
    <message>
        <source>No. {n} here within {days} days</source>
        <translation>{days} 天内此处第 {n} 次</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>同一地址</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列出</translation>
    </message>
    <message>
        <source>List what was reported here before</source>
        <translation>列出此处以往的事件</translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>The map is being drawn.</source>
        <translation>正在绘制地图。</translation>
    </message>
    <message>
        <source>Reload map</source>
        <translation>重新加载地图</translation>
    </message>
</context>
<context>
    <name>Priority</name>
    <message>
        <source>urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>high</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>low</source>
        <translation>缓办</translation>
    </message>
</context>
<context>
    <name>PriorityMark</name>
    <message>
        <source>Priority: {name}</source>
        <translation>优先级：{name}</translation>
    </message>
</context>
<context>
    <name>ProposeAll</name>
    <message>
        <source>Proposal for all that wait</source>
        <translation>全部待派遣事件的推荐</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Cost in minutes</source>
        <translation>代价（分钟）</translation>
    </message>
    <message>
        <source>There is nobody who could go to any of them.</source>
        <translation>这些事件眼下都没有人能去。</translation>
    </message>
    <message>
        <source>Sent one after another, fewer incidents would get somebody.</source>
        <translation>若逐件派遣，有人去的事件会更少。</translation>
    </message>
    <message>
        <source>Saves {minutes} minutes in all against sending one after another.</source>
        <translation>比逐件派遣总共省 {minutes} 分钟。</translation>
    </message>
    <message>
        <source>As good as sending the first one proposed for each.</source>
        <translation>与逐件派遣第一推荐一样好。</translation>
    </message>
    <message>
        <source>Nobody is left for: {numbers}</source>
        <translation>没有人可派的事件：{numbers}</translation>
    </message>
    <message numerus="yes">
        <source>Dispatch %n</source>
        <translation>
            <numerusform>派遣 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueColumn</name>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>reported {time}</source>
        <translation>上报 {time}</translation>
    </message>
    <message>
        <source>due {time}</source>
        <translation>时限 {time}</translation>
    </message>
    <message>
        <source>{name}: {count}, folded</source>
        <translation>{name}：{count} 件，已折叠</translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation>{name}：{count} 件</translation>
    </message>
    <message>
        <source>outside all grids</source>
        <translation>网格外</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Filter by number, words, address or grid</source>
        <translation>按编号、文字、地址、网格筛选</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>筛选队列</translation>
    </message>
    <message>
        <source>Live queue</source>
        <translation>实时队列</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时限</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待派遣</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>没有符合筛选的事件。</translation>
    </message>
    <message>
        <source>No open incidents.</source>
        <translation>没有在办事件。</translation>
    </message>
    <message>
        <source>Order of the queue: {order}</source>
        <translation>队列排序：{order}</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>no headings</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>by sub-grid</source>
        <translation>按子网格</translation>
    </message>
    <message>
        <source>by base grid</source>
        <translation>按基础网格</translation>
    </message>
    <message>
        <source>by category</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>two lines</source>
        <translation>双行</translation>
    </message>
    <message>
        <source>one line</source>
        <translation>单行</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结</translation>
    </message>
</context>
<context>
    <name>QueueViews</name>
    <message>
        <source>A view needs a name.</source>
        <translation>视图需要一个名称。</translation>
    </message>
    <message>
        <source>There is already a view of this name.</source>
        <translation>已有同名视图。</translation>
    </message>
    <message>
        <source>There are as many views as there can be. Remove one first.</source>
        <translation>视图数量已达上限，请先删除一个。</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>holds the skill</source>
        <translation>持证</translation>
    </message>
    <message>
        <source>own sub-grid</source>
        <translation>本子网格</translation>
    </message>
    <message>
        <source>neighbouring sub-grid</source>
        <translation>相邻子网格</translation>
    </message>
    <message>
        <source>own base grid</source>
        <translation>本基础网格</translation>
    </message>
    <message>
        <source>another base grid</source>
        <translation>其他基础网格</translation>
    </message>
    <message>
        <source>nothing running</source>
        <translation>在手 0 件</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>手上有事</translation>
    </message>
    <message>
        <source>sent less often this week</source>
        <translation>本周派得较少</translation>
    </message>
    <message>
        <source>sent more often this week</source>
        <translation>本周派得较多</translation>
    </message>
    <message>
        <source>has been there</source>
        <translation>曾到过这里</translation>
    </message>
    <message>
        <source>speaks the language</source>
        <translation>会讲所需语言</translation>
    </message>
    <message>
        <source>reserved elsewhere</source>
        <translation>已为别的事件预留</translation>
    </message>
    <message>
        <source>reserved for {numbers}</source>
        <translation>已为 {numbers} 预留</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>“{deed}” is not possible in the state “{state}”. Look at the incident again.</source>
        <translation>“{state}”状态下不能“{deed}”。请再看一下这件事。</translation>
    </message>
    <message>
        <source>{deed} needs a right that you do not have: {right}. Ask the shift leader.</source>
        <translation>{deed}需要您没有的权限：{right}。请找值班长。</translation>
    </message>
    <message>
        <source>There is no incident {incident}. Check the number.</source>
        <translation>没有事件 {incident}。请核对编号。</translation>
    </message>
    <message>
        <source>There is no member {member}. Check the number in the roster.</source>
        <translation>没有网格员 {member}。请在“队伍”中核对编号。</translation>
    </message>
    <message>
        <source>There is no category “{category}”. Choose one from the list.</source>
        <translation>没有类别“{category}”。请从列表中选择。</translation>
    </message>
    <message>
        <source>{operator} ({workstation}) was first at {at}: {deed}. Look at incident {incident} again; what you typed is still there.</source>
        <translation>{operator}（{workstation}）已在 {at} 先做了“{deed}”。请再看一下事件 {incident}；您写的文字还在。</translation>
    </message>
    <message>
        <source>{operator} ({workstation}) has already sent {member} to incident {incident} at {at}. Nobody else was sent.</source>
        <translation>{operator}（{workstation}）已在 {at} 派遣 {member} 处理事件 {incident}。没有重复派人。</translation>
    </message>
    <message>
        <source>{member} cannot be sent now: {duty}. Choose somebody else.</source>
        <translation>{member} 现在不能派遣：{duty}。请另选他人。</translation>
    </message>
    <message>
        <source>{member} has {limit} incidents already. Choose somebody else.</source>
        <translation>{member} 手上已有 {limit} 件，请另选一人。</translation>
    </message>
    <message>
        <source>{member} is not certified for the skill {skill}. Choose somebody else.</source>
        <translation>{member} 没有 {skill} 技能证。请另选他人。</translation>
    </message>
    <message>
        <source>There is no role {role}. Choose one of those offered.</source>
        <translation>没有角色 {role}。请从列出的角色中选择。</translation>
    </message>
    <message>
        <source>There is no team {team}. Choose one of those offered.</source>
        <translation>没有小组 {team}。请从列出的小组中选择。</translation>
    </message>
    <message>
        <source>{member} may not go as {role}. Choose somebody else.</source>
        <translation>{member} 不能担任{role}。请另选他人。</translation>
    </message>
    <message>
        <source>{member} is in training for the skill {skill} and goes only with {mentor}, who is not on incident {incident}. Send {mentor} first.</source>
        <translation>{member}还在学习技能“{skill}”，只能跟{mentor}一起去，目前事件 {incident} 上没有导师。请先派{mentor}。</translation>
    </message>
    <message>
        <source>{trainee} is in training and may not be on incident {incident} without {member}. Let {trainee} go first.</source>
        <translation>{trainee}还在学习，没有{member}不能留在事件 {incident} 上。请先让{trainee}离开。</translation>
    </message>
    <message>
        <source>{member} is on incident {incident} already, or reserved for it. Choose somebody else.</source>
        <translation>{member} 已在办事件 {incident}，或已为其预留。请另选他人。</translation>
    </message>
    <message>
        <source>{member} is not on incident {incident}, or not any more. Nothing was changed.</source>
        <translation>{member} 不在或已不在事件 {incident} 上。未作任何更改。</translation>
    </message>
    <message>
        <source>{member} is the last one on incident {incident}. Note that it is dealt with, or withdraw them.</source>
        <translation>{member} 是事件 {incident} 上的最后一人：请登记已处置，或将其撤回。</translation>
    </message>
    <message>
        <source>Incident {incident} was returned {returns} times: the shift leader decides who goes. Write the leader&apos;s decision and name as the note.</source>
        <translation>事件 {incident} 已退回 {returns} 次，派谁由值班长决定。请在备注里写明决定和值班长姓名。</translation>
    </message>
    <message>
        <source>Nobody on duty holds the skill that incident {incident} needs. Put somebody on duty or escalate to the town.</source>
        <translation>在岗人员中没有人持有事件 {incident} 所需技能。请安排人员上岗，或上报镇。</translation>
    </message>
    <message>
        <source>Nothing is due for incident {incident}, or it was raised already. There is nothing to do.</source>
        <translation>事件 {incident} 没有到点的上报，或已经上报，无需操作。</translation>
    </message>
    <message>
        <source>No check-in clock runs for incident {incident}. There is nothing to do.</source>
        <translation>事件 {incident} 没有报平安计时，无需操作。</translation>
    </message>
    <message>
        <source>There is no card {card} on this incident. Look at the list again.</source>
        <translation>该事件没有督办 {card}。请重新查看列表。</translation>
    </message>
    <message>
        <source>{operator} has acknowledged it already. There is nothing to do.</source>
        <translation>{operator} 已经签收，无需操作。</translation>
    </message>
    <message>
        <source>{owner} must acknowledge it. If they did so by other means, write as the note how and when.</source>
        <translation>应由{owner}签收。如本人已用其他方式签收，请在备注里写明方式和时间。</translation>
    </message>
    <message>
        <source>{operator} has already signed this handover. Nothing more is needed.</source>
        <translation>{operator} 已签字接班，无需再签。</translation>
    </message>
    <message>
        <source>{operator} wrote this handover and cannot sign it. The next operator signs it at their own seat.</source>
        <translation>这是 {operator} 自己的交班，不能自己签字。请接班人在自己的席位上签字。</translation>
    </message>
    <message>
        <source>{name} has handled incident {incident} and does not check or close it. Name the person who has checked it.</source>
        <translation>{name} 处置过 {incident} 号事件，不能核查或结案。请填写核查人。</translation>
    </message>
    <message>
        <source>The shift leader must consent for incident {incident}. Give the leader&apos;s name.</source>
        <translation>事件 {incident} 须经值班长同意。请填写值班长姓名。</translation>
    </message>
    <message>
        <source>No time limit runs for incident {incident}. There is nothing to extend.</source>
        <translation>事件 {incident} 没有正在计时的时限，无法延期。</translation>
    </message>
    <message>
        <source>Incident {incident} cannot be merged into itself. Give another number.</source>
        <translation>事件 {incident} 不能合并到自己。请换一个编号。</translation>
    </message>
    <message>
        <source>Incident {incident} has ended. Merge into one that is open.</source>
        <translation>事件 {incident} 已结束。请合并到在办事件。</translation>
    </message>
    <message>
        <source>Something is missing: {field}. Fill it in.</source>
        <translation>还缺：{field}。请补上。</translation>
    </message>
    <message>
        <source>There is no skill “{skill}” any more. Choose one from the list.</source>
        <translation>技能“{skill}”已不存在。请从列表中选择。</translation>
    </message>
    <message>
        <source>{skill} is in use: categories that need it: {categories}, members with its badge: {members}, courses: {courses}. Give the categories another skill and revoke the badges first; a course keeps its skill.</source>
        <translation>{skill}正在使用：{categories} 个事件类别需要它，{members} 名成员有其徽章，{courses} 门课程用到它。请先为类别改选技能并撤销徽章；课程的技能会一直保留。</translation>
    </message>
    <message>
        <source>“{value}” is already {field} of {skill}. Choose another.</source>
        <translation>“{value}”已经是{skill}的{field}。请换一个。</translation>
    </message>
    <message>
        <source>{member} is certified for {skill} already. Nothing was changed.</source>
        <translation>{member} 已持有{skill}认证。没有作任何更改。</translation>
    </message>
    <message>
        <source>{member} has no badge of {skill}. There is nothing to revoke.</source>
        <translation>{member} 没有{skill}徽章。无可撤销。</translation>
    </message>
    <message>
        <source>There is no member {mentor} to be the mentor. Choose one from the list.</source>
        <translation>没有可作师傅的成员 {mentor}。请从列表中选择。</translation>
    </message>
    <message>
        <source>{member} cannot be their own mentor. Choose somebody else.</source>
        <translation>{member} 不能做自己的师傅。请另选他人。</translation>
    </message>
    <message>
        <source>{mentor} is not certified for {skill}. Choose a mentor who is.</source>
        <translation>{mentor} 未持有{skill}认证。请选择持证的师傅。</translation>
    </message>
    <message>
        <source>{mentor} has learned {skill} from {member}. Choose another mentor.</source>
        <translation>{mentor} 的{skill}是跟 {member} 学的。请另选师傅。</translation>
    </message>
    <message>
        <source>A course takes {limit} members at most. Plan a second one.</source>
        <translation>一门课程最多 {limit} 人。请再安排一门。</translation>
    </message>
    <message>
        <source>There is no course {course}. Choose one from the list.</source>
        <translation>没有课程 {course}。请从列表中选择。</translation>
    </message>
    <message>
        <source>Course {course} is closed. What came of it stays as it is.</source>
        <translation>课程 {course} 已结束。其结果不再更改。</translation>
    </message>
    <message>
        <source>The address of the channel {channel} holds what looks like a password or a key. Write the name of a secret in its place; the secret itself goes into the keyring.</source>
        <translation>通道 {channel} 的地址里有疑似密码或密钥的内容。请在该处写密钥的名称；密钥本身存入系统钥匙串。</translation>
    </message>
    <message>
        <source>There is a channel {channel} already. Remove it first, or take another code.</source>
        <translation>通道 {channel} 已存在。请先移除，或换一个代码。</translation>
    </message>
    <message>
        <source>There is no channel {channel}. Look at the list of channels.</source>
        <translation>没有通道 {channel}。请查看通道列表。</translation>
    </message>
    <message>
        <source>On incident {incident} nothing waits to be told again: it was told, or the assignment is over. Look at the incident again.</source>
        <translation>事件 {incident} 没有需要重新通知的内容：已经通知，或派遣已结束。请再看一次事件。</translation>
    </message>
    <message>
        <source>There is no shift “{shift}”. Choose one of those in the legend.</source>
        <translation>没有班次“{shift}”。请从图例中选择。</translation>
    </message>
    <message>
        <source>{member}&apos;s shift of {day} overlaps the one of a neighbouring day. Choose another shift, or change that day first.</source>
        <translation>{member} {day} 的班次与相邻一天的班次时间重叠。请选择其他班次，或先调整那一天。</translation>
    </message>
    <message>
        <source>{member} would be on two shifts on {day}. Free that day first, or choose another one.</source>
        <translation>{member} {day} 将同时有两个班次。请先将当天改为休息，或另选一天。</translation>
    </message>
    <message>
        <source>{member} has no shift on {day} to swap. Choose a day with a shift.</source>
        <translation>{member} {day} 没有班次可换。请选择有班次的日期。</translation>
    </message>
    <message>
        <source>{member} has no leave on {day}. Choose a day with leave.</source>
        <translation>{member} {day} 没有请假。请选择请假的日期。</translation>
    </message>
    <message>
        <source>A leave lasts {limit} days at most. Give the member another weekly pattern.</source>
        <translation>一次请假最多 {limit} 天。更长时请修改该网格员的每周排班。</translation>
    </message>
    <message>
        <source>A member cannot swap with themselves. Choose somebody else.</source>
        <translation>不能与本人换班。请另选一人。</translation>
    </message>
    <message>
        <source>The database holds the center “{center}” already. Take an empty database.</source>
        <translation>数据库里已有中心“{center}”。请用空数据库。</translation>
    </message>
    <message>
        <source>{operator} ({workstation}) was first at {at}: {deed}. Look at {member} again.</source>
        <translation>{operator}（{workstation}）已在 {at} 先做了“{deed}”。请再看一下 {member}。</translation>
    </message>
    <message>
        <source>{operator} ({workstation}) was first at {at}: {deed}. Look at the skill {skill} again; what you typed is still there.</source>
        <translation>{operator}（{workstation}）已于 {at} 先行{deed}。请重新查看技能“{skill}”；您输入的内容仍在。</translation>
    </message>
    <message>
        <source>{operator} ({workstation}) was first at {at}: {deed}. Look at course {course} again; what you typed is still there.</source>
        <translation>{operator}（{workstation}）已于 {at} 先行{deed}。请重新查看课程 {course}；您输入的内容仍在。</translation>
    </message>
    <message>
        <source>Too long: {field} may have {limit} characters. Shorten it.</source>
        <translation>{field}太长，最多 {limit} 字。请缩短。</translation>
    </message>
    <message>
        <source>Nothing is different from what stands in incident {incident} already. Change something, or leave with Esc.</source>
        <translation>与 {incident} 号事件现有内容没有不同。请改动后再保存，或按 Esc 离开。</translation>
    </message>
    <message>
        <source>“{value}” is not possible for {field}. Correct it.</source>
        <translation>{field}不能是“{value}”。请改正。</translation>
    </message>
    <message>
        <source>{member} is {duty} for an incident. End or withdraw the assignment first.</source>
        <translation>{member} 正在处理事件（{duty}）。请先结束或撤回派遣。</translation>
    </message>
    <message>
        <source>This command was used for something else. Do it again from the start.</source>
        <translation>这条命令已用于别的操作。请从头再做一次。</translation>
    </message>
    <message>
        <source>“{name}” is not a photo that can be read. Take a PNG, JPEG, WebP or GIF.</source>
        <translation>“{name}”不是可读取的照片。请用 PNG、JPEG、WebP 或 GIF。</translation>
    </message>
    <message>
        <source>“{name}” is larger than {limit_mb} MB. Make it smaller.</source>
        <translation>“{name}”超过 {limit_mb} MB。请缩小。</translation>
    </message>
    <message>
        <source>The photo “{name}” is damaged or cut off. Have it sent again, or take it from the telephone once more.</source>
        <translation>照片“{name}”已损坏或不完整。请让对方重新发送，或从手机重新导出。</translation>
    </message>
    <message>
        <source>“{name}” is a moving picture. Take a single picture of it.</source>
        <translation>“{name}”是动态图片。请截取其中一张静态图片。</translation>
    </message>
    <message>
        <source>“{name}” has {width} × {height} pixels, which is more than {most} million. Make it smaller.</source>
        <translation>“{name}”有 {width} × {height} 像素，超过 {most} 百万像素。请先缩小。</translation>
    </message>
    <message>
        <source>“{name}” holds something else besides a photo and may be dangerous; it was not taken. Tell the administrator, and have the photo sent again.</source>
        <translation>“{name}”里除照片外还藏有其他内容，可能有危险，没有接收。请告知管理员，并让对方重新发送照片。</translation>
    </message>
    <message>
        <source>“{name}” is no file with a photo in it. Choose the photo itself.</source>
        <translation>“{name}”不是照片文件。请选择照片本身。</translation>
    </message>
    <message>
        <source>Incident {incident} has ended. Reopen it first, or take another one.</source>
        <translation>事件 {incident} 已结束。请先重新打开，或选另一件。</translation>
    </message>
    <message>
        <source>Incident {incident} is led as a major one already. Stand it down first.</source>
        <translation>事件 {incident} 已是重大事件。请先解除。</translation>
    </message>
    <message>
        <source>Incident {incident} is not led as a major one. Declare it first.</source>
        <translation>事件 {incident} 不是重大事件。请先定为重大事件。</translation>
    </message>
    <message>
        <source>Incident {incident} is a part of {major} already. Take it out first.</source>
        <translation>事件 {incident} 已是 {major} 的分事件。请先移出。</translation>
    </message>
    <message>
        <source>Incident {incident} cannot be a part of itself. Give another number.</source>
        <translation>事件 {incident} 不能并入自己。请填另一个编号。</translation>
    </message>
    <message>
        <source>Parts of incident {incident} are open: {count}. End them first, or stand it down.</source>
        <translation>事件 {incident} 还有 {count} 件分事件未结束。请先办结，或解除重大事件。</translation>
    </message>
    <message>
        <source>Incident {incident} is no part of a major one. Nothing was changed.</source>
        <translation>事件 {incident} 不属于任何重大事件，未作改动。</translation>
    </message>
    <message>
        <source>“{deed}” cannot be taken back. {why}</source>
        <translation>“{deed}”不能撤销。{why}</translation>
    </message>
    <message>
        <source>“{deed}” cannot be taken back any more: {operator} ({workstation}) has gone on from it at {at}: {since}. Look at it as it stands now.</source>
        <translation>“{deed}”已不能撤销：{operator}（{workstation}）已于 {at} 接着办理：{since}。请看现在的情况。</translation>
    </message>
    <message>
        <source>{operator} ({workstation}) has already taken back “{deed}” at {at}. There is nothing to do.</source>
        <translation>{operator}（{workstation}）已于 {at} 撤销“{deed}”。无需再办。</translation>
    </message>
    <message>
        <source>“{deed}” was more than {hours} hours ago and is taken back no more. Do what is right now as a deed of its own.</source>
        <translation>“{deed}”已过去 {hours} 小时以上，不再撤销。请按现在的情况另行办理。</translation>
    </message>
    <message>
        <source>{operator} did “{deed}”. Ask them to take it back if it was wrong.</source>
        <translation>“{deed}”是 {operator} 办理的。如有误，请其本人撤销。</translation>
    </message>
</context>
<context>
    <name>ReportFields</name>
    <message>
        <source>What</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>上报人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>More</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>For example: litter beside the road</source>
        <translation>例如：路边乱丢垃圾</translation>
    </message>
    <message>
        <source>Street, number, building</source>
        <translation>路名、门牌、楼栋</translation>
    </message>
    <message>
        <source>Choose on the map</source>
        <translation>在地图上选</translation>
    </message>
    <message>
        <source>as the category says</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>as the words say</source>
        <translation>按报告内容</translation>
    </message>
    <message>
        <source>none in particular</source>
        <translation>无特定要求</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>sub-grid {code}</source>
        <translation>子网格 {code}</translation>
    </message>
    <message>
        <source>outside all grids</source>
        <translation>在网格之外</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>Say in a few words what has happened.</source>
        <translation>请用几个字写明发生了什么。</translation>
    </message>
    <message>
        <source>Choose a category from the list.</source>
        <translation>请从列表中选择类别。</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新报</translation>
    </message>
    <message>
        <source>Take report    Ctrl+Enter</source>
        <translation>登记上报    Ctrl+Enter</translation>
    </message>
    <message>
        <source>Close    Esc</source>
        <translation>关闭    Esc</translation>
    </message>
    <message>
        <source>Set aside    {key}</source>
        <translation>放一边    {key}</translation>
    </message>
</context>
<context>
    <name>ReportPhotos</name>
    <message>
        <source>or paste (Ctrl+V), or drop them here</source>
        <translation>也可粘贴（Ctrl+V）或拖放到这里</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp *.gif)</source>
        <translation>照片 (*.jpg *.jpeg *.png *.webp *.gif)</translation>
    </message>
    <message>
        <source>Pasted {n}.png</source>
        <translation>粘贴 {n}.png</translation>
    </message>
    <message>
        <source>{count} at once are too many: take at most {most}.</source>
        <translation>一次 {count} 张太多，最多 {most} 张。</translation>
    </message>
    <message>
        <source>Photos…  {key}</source>
        <translation>照片…  {key}</translation>
    </message>
    <message>
        <source>A pasted photo cannot be set aside: take it away, or store the report.</source>
        <translation>粘贴的照片不能放一边：请先移除，或提交报告。</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>listed</source>
        <translation>已报名</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>缺席</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>不合格</translation>
    </message>
</context>
<context>
    <name>Returning</name>
    <message>
        <source>Why {name} sends it back</source>
        <translation>{name}为何退回</translation>
    </message>
    <message>
        <source>photos as evidence: {count}</source>
        <translation>作为证据的照片：{count} 张</translation>
    </message>
    <message>
        <source>{reason} · {photos} (Esc, then A attaches another one)</source>
        <translation>{reason} · {photos}（按 Esc 再按 A 可再附一张）</translation>
    </message>
    <message>
        <source>Who sends it back: the member, or a department</source>
        <translation>谁退回：网格员本人，或某个部门</translation>
    </message>
    <message>
        <source>Who sends it back: the member, or a department such as {names}</source>
        <translation>谁退回：网格员本人，或某个部门，例如{names}</translation>
    </message>
</context>
<context>
    <name>Returns</name>
    <message>
        <source>↩ returned {n} times: the shift leader decides</source>
        <translation>↩ 已退回 {n} 次，由值班长决定</translation>
    </message>
    <message>
        <source>↩ returned {n} times</source>
        <translation>↩ 已退回 {n} 次</translation>
    </message>
    <message>
        <source>↩ returned once</source>
        <translation>↩ 已退回 1 次</translation>
    </message>
</context>
<context>
    <name>Right</name>
    <message>
        <source>take reports</source>
        <translation>登记上报</translation>
    </message>
    <message>
        <source>verify reports</source>
        <translation>核实上报</translation>
    </message>
    <message>
        <source>dispatch members</source>
        <translation>派遣人员</translation>
    </message>
    <message>
        <source>answer for members</source>
        <translation>代网格员登记</translation>
    </message>
    <message>
        <source>check results</source>
        <translation>核查结果</translation>
    </message>
    <message>
        <source>close and reopen incidents</source>
        <translation>结案与重开</translation>
    </message>
    <message>
        <source>write notes</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>see names and telephone numbers</source>
        <translation>查看姓名和电话</translation>
    </message>
    <message>
        <source>manage the duty roster</source>
        <translation>管理在岗</translation>
    </message>
    <message>
        <source>edit the catalogue of skills</source>
        <translation>编辑技能目录</translation>
    </message>
    <message>
        <source>plan shifts</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>manage training and badges</source>
        <translation>管理培训与徽章</translation>
    </message>
    <message>
        <source>import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>change the rules</source>
        <translation>修改规则</translation>
    </message>
    <message>
        <source>look through cameras</source>
        <translation>查看摄像头</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>在手</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近位置</translation>
    </message>
    <message>
        <source>{badge}, ended on {day}</source>
        <translation>{badge}，已于 {day} 到期</translation>
    </message>
    <message>
        <source>{badge}, last day {day}</source>
        <translation>{badge}，有效至 {day}</translation>
    </message>
</context>
<context>
    <name>RosterView</name>
    <message>
        <source>Roster</source>
        <translation>队伍</translation>
    </message>
    <message>
        <source>Roster as cards</source>
        <translation>卡片式队伍</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>{shown} shown · {on_duty} of {all} on duty</source>
        <translation>显示 {shown} 人 · 在岗 {on_duty}／{all}</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>Running assignments</source>
        <translation>在办任务</translation>
    </message>
    <message>
        <source>and {n} led by somebody else</source>
        <translation>另有 {n} 件由他人主办</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>SameMatter</name>
    <message>
        <source>Merge into it</source>
        <translation>合并到此件</translation>
    </message>
    <message>
        <source>Possibly the same · {key}</source>
        <translation>可能是同一件 · {key}</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>拆出</translation>
    </message>
    <message>
        <source>merged into {n}</source>
        <translation>已合并到 {n}</translation>
    </message>
    <message>
        <source>Reports of this matter</source>
        <translation>同一件事的反映</translation>
    </message>
    <message>
        <source>no contact</source>
        <translation>无联系方式</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>以往同类</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Seat 1</source>
        <translation>一号席</translation>
    </message>
    <message>
        <source>The picture could not be written to {path}.
</source>
        <translation>图片没能写入 {path}。
</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Sounds and alarms</source>
        <translation>声音与告警</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Movement on the screen</source>
        <translation>动态效果</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Sound again until acknowledged</source>
        <translation>未确认时重复提醒</translation>
    </message>
    <message>
        <source>Quiet hours from</source>
        <translation>安静时段开始</translation>
    </message>
    <message>
        <source>Quiet hours until (the same hour: none)</source>
        <translation>安静时段结束（同一钟点即不设）</translation>
    </message>
    <message>
        <source>Emergencies also in quiet hours</source>
        <translation>安静时段仍播放紧急告警</translation>
    </message>
    <message>
        <source>A mute lasts</source>
        <translation>每次静音时长</translation>
    </message>
    <message>
        <source>Notices while the window is away</source>
        <translation>窗口不在前台时发通知</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>As little as possible</source>
        <translation>尽量减少</translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation>{value}%</translation>
    </message>
    <message>
        <source>{value}:00</source>
        <translation>{value}:00</translation>
    </message>
    <message>
        <source>{value} min</source>
        <translation>{value} 分钟</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>本席位</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Line {line} of the file cannot be read: it is broken there.</source>
        <translation>文件第 {line} 行无法读取，内容已损坏。</translation>
    </message>
    <message>
        <source>This is no file of settings of this program.</source>
        <translation>这不是本程序的设置文件。</translation>
    </message>
    <message>
        <source>The file is of a newer version of this program ({version}).</source>
        <translation>该文件来自本程序的更新版本（{version}）。</translation>
    </message>
    <message>
        <source>“{name}” of the file must be a table of names and values.</source>
        <translation>文件中的“{name}”必须是名称与取值的表。</translation>
    </message>
    <message>
        <source>“{name}” stands in the file twice.</source>
        <translation>“{name}”在文件中出现了两次。</translation>
    </message>
    <message>
        <source>“{label}” ({name}) cannot be “{value}”.</source>
        <translation>“{label}”（{name}）不能设为“{value}”。</translation>
    </message>
    <message>
        <source>“{value}” cannot be the key for: {label} ({name})</source>
        <translation>“{value}”不能作为此操作的按键：{label}（{name}）</translation>
    </message>
    <message>
        <source>Unknown to this version, and skipped: {names}</source>
        <translation>本版本不认识，已跳过：{names}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Form of the rows</source>
        <translation>行的样式</translation>
    </message>
    <message>
        <source>Hold rows still after a key or the pointer</source>
        <translation>按键或移动鼠标后，行暂停移动</translation>
    </message>
    <message>
        <source>Two lines</source>
        <translation>双行</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>单行</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>{value} s</source>
        <translation>{value} 秒</translation>
    </message>
    <message>
        <source>Own views</source>
        <translation>自己的视图</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <source>kept: {count}</source>
        <translation>已保存 {count} 项</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>It holds at this workstation, whoever sits here.</source>
        <translation>在本席位生效，不论谁在此值班。</translation>
    </message>
    <message>
        <source>It follows the operator to another workstation.</source>
        <translation>跟随本人，换席位也有效。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>{setting}: back to the first</source>
        <translation>{setting}：恢复初始值</translation>
    </message>
    <message>
        <source>Back to the first: {value}</source>
        <translation>恢复初始值：{value}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation>没有这样的设置。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>按键…</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>All back to the first</source>
        <translation>全部恢复初始值</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All settings are as at first.</source>
        <translation>所有设置已恢复初始值。</translation>
    </message>
    <message>
        <source>Everything is as it was before.</source>
        <translation>已恢复到之前的设置。</translation>
    </message>
    <message>
        <source>The file&apos;s settings hold now.</source>
        <translation>文件中的设置已生效。</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>设置文件 (*.json)</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Written to {path}</source>
        <translation>已写入 {path}</translation>
    </message>
</context>
<context>
    <name>ShiftForm</name>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>With</source>
        <translation>换班人</translation>
    </message>
    <message>
        <source>For the shift</source>
        <translation>换入班次</translation>
    </message>
    <message>
        <source>Swap the shift of {name} on {day}</source>
        <translation>{name} {day} 的班次换给他人</translation>
    </message>
    <message>
        <source>Leave for {name} from {day} on</source>
        <translation>{name} 请假，自 {day} 起</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Grant leave</source>
        <translation>准假</translation>
    </message>
</context>
<context>
    <name>ShiftModel</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>free</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>{shift}, swapped with {name}</source>
        <translation>{shift}，与{name}换班</translation>
    </message>
</context>
<context>
    <name>Shifts</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>base grid {code}</source>
        <translation>基础网格 {code}</translation>
    </message>
    <message>
        <source>{what}: planned, but nobody on duty now</source>
        <translation>{what}：已排班，但当前无人在岗</translation>
    </message>
    <message>
        <source>{what}: nobody on the {slot}</source>
        <translation>{what}：{slot}无人值守</translation>
    </message>
</context>
<context>
    <name>ShiftsView</name>
    <message>
        <source>Shifts</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>0 休 free   Enter next shift   H 假 leave   R take leave back   S swap   W make this week the pattern   [ ] week   T today   marks: ⇄ swapped, • changed</source>
        <translation>0 休息   Enter 下一班次   H 请假   R 销假   S 换班   W 将本周设为每周排班   [ ] 翻周   T 今天   标记：⇄ 换班，• 调班</translation>
    </message>
    <message>
        <source>Week {number}: {first} to {last}</source>
        <translation>第 {number} 周：{first} 至 {last}</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Who sits here?</source>
        <translation>谁在值守？</translation>
    </message>
    <message>
        <source>Both stand beside everything you do, in the record of events.</source>
        <translation>您做的每一件事都会连同这两项记入事件记录。</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>SkillForm</name>
    <message>
        <source>Monogram</source>
        <translation>单字</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>排列位置</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>One character</source>
        <translation>一个字</translation>
    </message>
    <message>
        <source>Colour as six hexadecimal digits</source>
        <translation>颜色（六位十六进制）</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source> months</source>
        <translation> 个月</translation>
    </message>
    <message>
        <source>Store skill    Ctrl+Enter</source>
        <translation>保存技能    Ctrl+Enter</translation>
    </message>
    <message>
        <source>Close    Esc</source>
        <translation>关闭    Esc</translation>
    </message>
    <message>
        <source>New skill</source>
        <translation>新增技能</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>修改{name}</translation>
    </message>
    <message>
        <source>contrast {ratio} : 1</source>
        <translation>对比度 {ratio} : 1</translation>
    </message>
</context>
<context>
    <name>SkillLook</name>
    <message>
        <source>slate</source>
        <translation>蓝灰</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>cyan</source>
        <translation>青</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>蓝绿</translation>
    </message>
    <message>
        <source>olive</source>
        <translation>橄榄</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>棕</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>粉</translation>
    </message>
    <message>
        <source>mauve</source>
        <translation>藕荷</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>general</source>
        <translation>综合</translation>
    </message>
    <message>
        <source>safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>security</source>
        <translation>治安</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>消防</translation>
    </message>
    <message>
        <source>population</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>town</source>
        <translation>城管</translation>
    </message>
    <message>
        <source>labour</source>
        <translation>人社</translation>
    </message>
    <message>
        <source>food and drugs</source>
        <translation>食药</translation>
    </message>
    <message>
        <source>medicine</source>
        <translation>医药</translation>
    </message>
    <message>
        <source>help</source>
        <translation>救助</translation>
    </message>
    <message>
        <source>home</source>
        <translation>住房</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>traffic</source>
        <translation>交通</translation>
    </message>
    <message>
        <source>water</source>
        <translation>水务</translation>
    </message>
    <message>
        <source>disputes</source>
        <translation>纠纷</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>another colour</source>
        <translation>其他颜色</translation>
    </message>
    <message>
        <source>another icon</source>
        <translation>其他图标</translation>
    </message>
</context>
<context>
    <name>SkillPanel</name>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Add a skill</source>
        <translation>新增技能</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Del  Remove</source>
        <translation>Del  删除</translation>
    </message>
    <message>
        <source>Del  Really remove {name}?</source>
        <translation>Del  确定删除{name}？</translation>
    </message>
</context>
<context>
    <name>Skills</name>
    <message>
        <source>Badge</source>
        <translation>徽章</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>持证</translation>
    </message>
    <message>
        <source>In training</source>
        <translation>带教中</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>事件类别</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} 个月</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Where: {place}</source>
        <translation>地点：{place}</translation>
    </message>
    <message>
        <source>Who: {member}</source>
        <translation>人员：{member}</translation>
    </message>
    <message>
        <source>By: {due}</source>
        <translation>时限：{due}</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处置事项</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>处置结果</translation>
    </message>
    <message>
        <source>Signature and time</source>
        <translation>签字与时间</translation>
    </message>
    <message>
        <source>Dispatch order</source>
        <translation>派遣单</translation>
    </message>
    <message>
        <source>Printed {at}</source>
        <translation>打印时间 {at}</translation>
    </message>
</context>
<context>
    <name>SlipDialog</name>
    <message>
        <source>Order {number}</source>
        <translation>派遣单 {number}</translation>
    </message>
</context>
<context>
    <name>SoundMark</name>
    <message>
        <source>sounds are off</source>
        <translation>声音已关</translation>
    </message>
    <message>
        <source>muted until {time}</source>
        <translation>静音至 {time}</translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation>安静时段</translation>
    </message>
    <message>
        <source>no audio device</source>
        <translation>无音频设备</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>to verify</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>to dispatch</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>待接</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>接单</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>to close</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>不受理</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>with town</source>
        <translation>报镇</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>重开</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Not held.</source>
        <translation>未持有。</translation>
    </message>
    <message>
        <source>Certified by {by} on {on}.</source>
        <translation>{on} 由 {by} 认证。</translation>
    </message>
    <message>
        <source>Learned with {mentor}.</source>
        <translation>师傅：{mentor}。</translation>
    </message>
    <message>
        <source>Held without end.</source>
        <translation>持有，长期有效。</translation>
    </message>
    <message>
        <source>Ended on {until}.</source>
        <translation>已于 {until} 到期。</translation>
    </message>
    <message>
        <source>Held until {until}.</source>
        <translation>持有，有效期至 {until}。</translation>
    </message>
    <message>
        <source>In training; no mentor is known.</source>
        <translation>带教中；未登记师傅。</translation>
    </message>
    <message>
        <source>In training with {mentor}.</source>
        <translation>带教中，师傅：{mentor}。</translation>
    </message>
    <message>
        <source>In training with {mentor}, who no longer holds the skill.</source>
        <translation>带教中，师傅 {mentor} 已不再持有该技能。</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>reported</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>接单</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>不受理</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>with the town</source>
        <translation>已报镇</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>重开</translation>
    </message>
</context>
<context>
    <name>StateChip</name>
    <message>
        <source>State: {state}</source>
        <translation>状态：{state}</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>{shown} of {open} open incidents</source>
        <translation>显示 {shown} 件，共 {open} 件在办</translation>
    </message>
    <message>
        <source>{new} new · rows held</source>
        <translation>新到 {new} 件 · 行已暂停移动</translation>
    </message>
    <message>
        <source>rows held</source>
        <translation>行已暂停移动</translation>
    </message>
    <message>
        <source>{text}: show them now, {key}</source>
        <translation>{text}：按 {key} 立即更新</translation>
    </message>
</context>
<context>
    <name>SupervisionPart</name>
    <message>
        <source>Acknowledge</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>报平安</translation>
    </message>
    <message>
        <source> · {n} more open</source>
        <translation> · 另有 {n} 项待签收</translation>
    </message>
    <message>
        <source>due {time}, raised {raised}</source>
        <translation>应于 {time}，实际 {raised} 上报</translation>
    </message>
    <message>
        <source>{name} is alone on scene, checks in within {time}</source>
        <translation>{name} 独自在现场，应在 {time} 内报平安</translation>
    </message>
    <message>
        <source>✚ {name} is alone on scene, should have checked in {time} ago</source>
        <translation>✚ {name} 独自在现场，报平安已超时 {time}</translation>
    </message>
    <message>
        <source>extended (×{n}) by {time}; first until {end}</source>
        <translation>已延期 {n} 次，共 {time}；原定 {end}</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>taken back by the dispatcher at once</source>
        <translation>调度员当即撤销</translation>
    </message>
    <message>
        <source>Taken back: {deed} {where}</source>
        <translation>已撤销：{deed} {where}</translation>
    </message>
    <message>
        <source>Taken back: {deed}</source>
        <translation>已撤销：{deed}</translation>
    </message>
    <message>
        <source>Ctrl+Z  take back: {what}</source>
        <translation>Ctrl+Z  撤销：{what}</translation>
    </message>
    <message>
        <source>Take back: {what}? {who} hears of it.  Enter: yes  Esc: no</source>
        <translation>撤销：{what}？将通知 {who}。  Enter 确认  Esc 放弃</translation>
    </message>
    <message>
        <source>{deed} ({n} incidents)</source>
        <translation>{deed}（{n} 件）</translation>
    </message>
</context>
<context>
    <name>TeamDialog</name>
    <message>
        <source>Send a team to {number}</source>
        <translation>向 {number} 派遣小组</translation>
    </message>
    <message>
        <source>One more member</source>
        <translation>增派一人</translation>
    </message>
    <message>
        <source>Dispatch all</source>
        <translation>全部派遣</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>小组</translation>
    </message>
    <message>
        <source>Nobody can go as: {roles}</source>
        <translation>以下角色无人可派：{roles}</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>{name}  {number} · in training, goes with {mentor}</source>
        <translation>{name}  {number} · 还在学习，跟{mentor}一起去</translation>
    </message>
</context>
<context>
    <name>Telephone</name>
    <message>
        <source>C  Show</source>
        <translation>C  显示</translation>
    </message>
    <message>
        <source>Show the telephone number</source>
        <translation>显示电话号码</translation>
    </message>
    <message>
        <source>Why the number is needed</source>
        <translation>为什么需要号码</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>没有登记</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>{number}: {member} could not be told; telephone them. {reason}</source>
        <translation>{number}：未能通知 {member}，请改用电话通知。{reason}</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>The database is now at {revision}.</source>
        <translation>数据库现为版本 {revision}。</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>The demonstration center is ready.</source>
        <translation>演示中心已就绪。</translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>没有人。</translation>
    </message>
    <message>
        <source>{count} raised; nothing is due next.</source>
        <translation>已上报 {count} 项；其后没有到点的。</translation>
    </message>
    <message>
        <source>{count} raised; the next may be due {time}.</source>
        <translation>已上报 {count} 项；下一项可能在 {time}。</translation>
    </message>
    <message>
        <source>The keyring has the secret {name} now.</source>
        <translation>系统钥匙串已存有密钥 {name}。</translation>
    </message>
    <message>
        <source>This computer has no keyring that can be used. Put the secret into the environment variable {variable} of whoever starts the console.</source>
        <translation>本机没有可用的系统钥匙串。请把密钥放进启动控制台的用户的环境变量 {variable}。</translation>
    </message>
    <message>
        <source>The channel {channel} did not take the message: {reason}</source>
        <translation>通道 {channel} 未接收消息：{reason}</translation>
    </message>
    <message>
        <source>The channel {channel} has taken the message.</source>
        <translation>通道 {channel} 已接收消息。</translation>
    </message>
    <message>
        <source>sent: {sent}, put off: {later}, failed: {failed}</source>
        <translation>已发送：{sent}，稍后再试：{later}，失败：{failed}</translation>
    </message>
</context>
<context>
    <name>TextBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Number of the incident that goes on</source>
        <translation>并入哪件事件（编号）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reason: from the list (↓), or in your own words</source>
        <translation>原因：从清单选（↓），或自己填写</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note (may stay empty)</source>
        <translation>备注（可不填）</translation>
    </message>
</context>
<context>
    <name>TextDeeds</name>
    <message>
        <source>Why the contact is needed</source>
        <translation>为什么需要联系方式</translation>
    </message>
    <message>
        <source>Why {name} is called back</source>
        <translation>为何撤回{name}</translation>
    </message>
    <message>
        <source>To send {name}: the shift leader&apos;s decision and name</source>
        <translation>派 {name}：值班长的决定和姓名</translation>
    </message>
    <message>
        <source>How much longer and why, such as: 2h the crane is late</source>
        <translation>延长多久、为什么，例如：2小时 吊车未到</translation>
    </message>
    <message>
        <source>Begin with how much longer, such as 30m or 2h, then say why</source>
        <translation>请先写延长多久，如 30分钟 或 2小时，再写原因</translation>
    </message>
    <message>
        <source>The shift leader who consents</source>
        <translation>同意的值班长姓名</translation>
    </message>
    <message>
        <source>How {owner} has acknowledged it, and when</source>
        <translation>{owner} 何时、以何种方式签收</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>limit rests</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation>{s} 秒</translation>
    </message>
    <message>
        <source>{m} min {s:02d} s</source>
        <translation>{m} 分 {s:02d} 秒</translation>
    </message>
    <message>
        <source>{m} min</source>
        <translation>{m} 分</translation>
    </message>
    <message>
        <source>{h} h {m:02d} min</source>
        <translation>{h} 时 {m:02d} 分</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d} 天 {h} 时</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无时限</translation>
    </message>
    <message>
        <source>overdue {duration}</source>
        <translation>超时 {duration}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>struck through: {text}</source>
        <translation>已划去：{text}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>New report</source>
        <translation>新报</translation>
    </message>
    <message>
        <source>中文</source>
        <comment>the other language&apos;s own name</comment>
        <translation>English</translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Demonstration data</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>Find and do</source>
        <translation>查找与操作</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待派遣</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Shared database</source>
        <translation>共享数据库</translation>
    </message>
    <message>
        <source>Local database</source>
        <translation>本机数据库</translation>
    </message>
    <message>
        <source>{database} · {ms} ms</source>
        <translation>{database} · {ms} 毫秒</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Database lost, data of {time}</source>
        <translation>数据库断开，数据截至 {time}</translation>
    </message>
    <message>
        <source>Switch to the next theme</source>
        <translation>切换到下一个主题</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>A report stays: reject it (R) if nothing is to be done.</source>
        <translation>上报会保留；如无需处理请不予受理（R）。</translation>
    </message>
    <message>
        <source>What was seen was seen; the look stays in the log.</source>
        <translation>已查看的无法收回，查看记录会保留。</translation>
    </message>
    <message>
        <source>What was signed stays; hand over again.</source>
        <translation>签字会保留；请重新交接。</translation>
    </message>
    <message>
        <source>The message is on its way.</source>
        <translation>消息已发出。</translation>
    </message>
    <message>
        <source>The console did it by itself.</source>
        <translation>这是系统自动办理的。</translation>
    </message>
    <message>
        <source>The others go on without them; send them again (G).</source>
        <translation>其他人已继续处置；如需要请再次派出（G）。</translation>
    </message>
    <message>
        <source>Change the plan in Shifts, where it stands.</source>
        <translation>请在“排班”中修改。</translation>
    </message>
    <message>
        <source>Change it in Training, where it stands.</source>
        <translation>请在“培训”中修改。</translation>
    </message>
    <message>
        <source>It holds for everybody: set it where it was set.</source>
        <translation>该设置对所有人生效，请在原处修改。</translation>
    </message>
    <message>
        <source>Import the file that held before.</source>
        <translation>请重新导入之前的文件。</translation>
    </message>
    <message>
        <source>It took something back itself; do that deed again instead.</source>
        <translation>这本身就是撤销；请重新办理原操作。</translation>
    </message>
    <message>
        <source>It was there before.</source>
        <translation>此前已存在。</translation>
    </message>
    <message>
        <source>An older version of the program did it, which kept no note of the clock.</source>
        <translation>这是旧版本程序办理的，没有留下时限记录。</translation>
    </message>
</context>
<context>
    <name>Urgent</name>
    <message>
        <source>Urgent and overdue</source>
        <translation>紧急与超时</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>另有 {n} 件</translation>
    </message>
    <message>
        <source>✓ Nothing urgent and nothing overdue</source>
        <translation>✓ 没有紧急或超时事件</translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message>
        <source>What was seen or learned</source>
        <translation>看到或了解到的情况</translation>
    </message>
    <message>
        <source>No camera near by</source>
        <translation>附近没有摄像头</translation>
    </message>
    <message>
        <source>Verify by telephone and write down what you learned.</source>
        <translation>请电话核实，并写下了解到的情况。</translation>
    </message>
    <message>
        <source>nearest camera, not opened yet</source>
        <translation>最近的摄像头，尚未打开</translation>
    </message>
    <message>
        <source>verification of {number}</source>
        <translation>核实事件 {number}</translation>
    </message>
    <message>
        <source>course of {number}</source>
        <translation>跟进事件 {number}</translation>
    </message>
    <message>
        <source>Open camera  {key}</source>
        <translation>打开摄像头  {key}</translation>
    </message>
    <message>
        <source>closed again; the look is written down</source>
        <translation>已关闭；查看已记录</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Keep as a new view…</source>
        <translation>存为新视图…</translation>
    </message>
    <message>
        <source>Update “{name}”</source>
        <translation>更新“{name}”</translation>
    </message>
    <message>
        <source>Rename “{name}”…</source>
        <translation>重命名“{name}”…</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>删除“{name}”</translation>
    </message>
</context>
<context>
    <name>ViewName</name>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep what is shown as a view</source>
        <translation>把当前筛选存为视图</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>min of a walk</source>
        <translation>步行分钟</translation>
    </message>
    <message>
        <source>Neighbouring sub-grid</source>
        <translation>相邻子网格</translation>
    </message>
    <message>
        <source>coming from a sub-grid beside the incident&apos;s own, instead of from it</source>
        <translation>来自事件所在子网格的相邻子网格，而不是本子网格</translation>
    </message>
    <message>
        <source>Same base grid</source>
        <translation>同一基础网格</translation>
    </message>
    <message>
        <source>coming from farther off in the same base grid</source>
        <translation>来自同一基础网格中较远的地方</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他地方</translation>
    </message>
    <message>
        <source>coming from another base grid, not knowing its streets and people</source>
        <translation>来自其他基础网格，不熟悉当地的街巷和居民</translation>
    </message>
    <message>
        <source>Work in hand</source>
        <translation>在办任务</translation>
    </message>
    <message>
        <source>each assignment that the member has already</source>
        <translation>该网格员手上已有的每一件任务</translation>
    </message>
    <message>
        <source>Uncovered skill</source>
        <translation>技能空缺</translation>
    </message>
    <message>
        <source>each skill that nobody else free in the member&apos;s base grid has</source>
        <translation>其基础网格内再无其他空闲人员具备的每一项技能</translation>
    </message>
    <message>
        <source>Fairness of the week</source>
        <translation>一周公平</translation>
    </message>
    <message>
        <source>each assignment of the last seven days above the average of those who may go</source>
        <translation>最近七天内比可派人员平均多出的每一件任务</translation>
    </message>
    <message>
        <source>Continuity</source>
        <translation>延续</translation>
    </message>
    <message>
        <source>taken off for who has been on a related incident in the last 30 days</source>
        <translation>近 30 天内办过相关事件的人，减去这么多</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>taken off for who speaks the language that the incident needs</source>
        <translation>会说事件所需语言的人，减去这么多</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>so many times a minute of the way counts when the incident is urgent</source>
        <translation>事件紧急时，路上每一分钟按这么多倍计算</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍</translation>
    </message>
    <message>
        <source>Most at once</source>
        <translation>同时最多</translation>
    </message>
    <message>
        <source>who has so many assignments gets no more</source>
        <translation>已有这么多件任务的人不再派</translation>
    </message>
    <message>
        <source>assignments</source>
        <translation>件</translation>
    </message>
    <message>
        <source>{changed} of the last {count} dispatches would have gone to others.</source>
        <translation>最近 {count} 次派遣中有 {changed} 次会派给别人。</translation>
    </message>
</context>
<context>
    <name>WeightsDialog</name>
    <message>
        <source>Weights of the proposal</source>
        <translation>推荐权重</translation>
    </message>
    <message>
        <source>A proposal counts in minutes of a walk: what is worse by some minutes counts as much as that way. The member with the smallest sum is proposed first.</source>
        <translation>推荐按步行分钟计算：差几分钟，就等于多走几分钟的路。合计最小的网格员排在最前。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{unit}, default {value}</source>
        <translation>{unit}，默认 {value}</translation>
    </message>
    <message>
        <source>Working out what the last dispatches would have been…</source>
        <translation>正在推算最近的派遣会派给谁……</translation>
    </message>
    <message>
        <source>Preview: whom the last 200 dispatches would have gone to.</source>
        <translation>预览：最近 200 次派遣会派给谁。</translation>
    </message>
    <message>
        <source>holds: {value}</source>
        <translation>现行：{value}</translation>
    </message>
</context>
<context>
    <name>Whom</name>
    <message>
        <source>operator</source>
        <translation>值班员</translation>
    </message>
    <message>
        <source>member</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
</context>
</TS>
