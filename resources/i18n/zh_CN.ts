<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held, ends within 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not held</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BadgeStrip</name>
    <message>
        <source>No skills</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>Nobody on duty holds the skill that is needed. Put somebody on duty in the roster, or escalate to the town.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more on duty with this skill</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>{deed}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong; it was written to the log. Nothing was lost: look whether the deed was done, and do it again if not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not an incident&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>Show contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no contact given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deed</name>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import grids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import cameras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Distance</name>
    <message>
        <source>{n} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} km</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>off duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a break</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>{operator} took the report: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} rejected it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} merged it into {into}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} dispatched {member_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} withdrew {member_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member_name} accepted ({operator})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member_name} set out ({operator})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member_name} arrived ({operator})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved ({operator})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} sent it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} checked it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} closed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} reopened it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} suspended it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} resumed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} escalated it to the town</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} attached {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} set {member_name}: {duty}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} imported grids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} imported members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} imported cameras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} imported the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventStrip</name>
    <message>
        <source>taken back by the dispatcher at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z  take back the dispatch of {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>The database {url} cannot be reached. Check the network and the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {url} refused the log-in. Check the user&apos;s name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database at {url}. Check the name, or have it made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is older ({found}) than this console ({needed}). The administrator runs “grid-console db upgrade”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is newer ({found}) than this console ({needed}). Bring the console on this workstation up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {url} is empty. The administrator runs “grid-console db upgrade”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the database {path}. Close it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file {path} is damaged. Keep it, restore a backup, and tell the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full ({path}). Make room, then try again; nothing was half done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No permission to write to {path}. Choose another place or have the right given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} lies on a network share, where a local database can be damaged. Put it on this computer, or use a shared database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{url}” is not the address of a database. Give a file or postgresql://…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the database was lost. The console tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong; the log has it. Look whether it was done before you do it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>what has happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reporter&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reporter&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>{path} cannot be opened: {reason}. Check the name and whether it is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is empty: there is not even a line with the column headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a text in the encoding {encoding} (trouble at about byte {position}). Save it as CSV UTF-8, or say what it is with --encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no encoding “{encoding}”. Usual ones are utf-8 and gb18030.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is in the old Excel form. Save it as .xlsx and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read as an Excel workbook ({reason}). Open it in Excel and save it anew, without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sheet “{sheet}”. The sheets are: {sheets}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not valid JSON; trouble in line {line}: {reason}. Export it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a GeoJSON FeatureCollection. Export it as GeoJSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinates are in {crs}, not in WGS-84 (EPSG:4326). Export the file in WGS-84.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has no outlines. Grids are imported from a GeoJSON file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping {path} is not valid TOML: {reason}. Correct it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no mapping “{mapping}”. Give a .toml file, or one of: {mappings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping {path} is for {found}, but {needed} are imported. Take another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping {path} says “{key}”, which means nothing. Possible are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the mapping {path}, “{value}” is not possible for {key}: {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping {path} does not say {key}. Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping {path} fills a field “{target}”, which does not exist. The fields are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping {path} does not say where the field “{target}” comes from. Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “{target}” needs the column “{column}”, which the file does not have. Its columns are: {columns}. Correct the heading, or give a --mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping speaks of a skill “{skill}”. The skills are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping speaks of a category “{category}”. The categories are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grids have no codes, so it must be said where they lie: give a --mapping with the 12 digits of their community.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported, because {count} rows are not in order. Mend them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {cells} cells, but there are only {columns} columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is longer than {limit} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not possible for {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the coordinates are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the coordinates are 0, 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longitude {lon}, latitude {lat} is no place on earth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is no time in any of the forms expected ({field})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” lies in the future ({field})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no category “{value}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no grid “{value}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no skill “{value}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” is in the file already, in line {line} (row {number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” belongs to incident {incident}, which has another title and another time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no point but {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no area but {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the outline has fewer than three different points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the outline is broken and cannot be mended without changing it: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is no code of 9, 12, 14 or 16 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is of the wrong level; needed is: {needed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below {parent} there is room for 99 grids only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time of closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reporter&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reporter&apos;s telephone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the grid above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the telephone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address of the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} (row {number}): {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IncidentHeader</name>
    <message>
        <source>no place on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sub-grid {code}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IncidentPanel</name>
    <message>
        <source>Reporter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an incident in the queue or on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispatch {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact shown: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the contact is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp *.gif)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitRing</name>
    <message>
        <source>No time limit runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>Map of the grids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shading: open incidents per sub-grid, 0 to {top}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demonstration data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>The map is being loaded…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>The map&apos;s page could not be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map&apos;s script is damaged. Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map stopped working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map could not be drawn: a file of the program is missing or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Put the message away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Monogram</name>
    <message>
        <source>Nobody assigned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>by telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by a member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by a resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoWindow</name>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>The map is being drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Priority</name>
    <message>
        <source>urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriorityMark</name>
    <message>
        <source>Priority: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Filter by number, words, address or grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open incidents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {open} open incidents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>holds the skill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own sub-grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neighbouring sub-grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own base grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another base grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>This is not possible in the state “{state}”. Look at the incident again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no right to do this. Ask the shift leader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no incident {incident}. Check the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no member {member}. Check the number in the roster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no category “{category}”. Choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} ({workstation}) was first at {at}: {deed}. Look at incident {incident} again; what you typed is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} ({workstation}) has already sent {member} to incident {incident} at {at}. Nobody else was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member} cannot be sent now: {duty}. Choose somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member} is not certified for the skill {skill}. Choose somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody on duty holds the skill that incident {incident} needs. Put somebody on duty or escalate to the town.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident {incident} cannot be merged into itself. Give another number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident {incident} has ended. Merge into one that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing: {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long: {field} may have {limit} characters. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not possible for {field}. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member} is {duty} for an incident. End or withdraw the assignment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command was used for something else. Do it again from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a photo that can be read. Take a PNG, JPEG, WebP or GIF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is larger than {limit_mb} MB. Make it smaller.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>Say in a few words what has happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a category from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: litter beside the road</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street, number, building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take report    Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close    Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the category says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sub-grid {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside all grids</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RosterView</name>
    <message>
        <source>Filter by name, number or telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All grids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base grid {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} shown · {on_duty} of {all} on duty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be written to {path}.
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do what the large button says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the nearest camera, then the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a new report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put a form away, back to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go through the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the last dispatch back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to a screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the roster: on duty, break, off duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch between dark and light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Who sits here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both stand beside everything you do, in the record of events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rework</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the town</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reopened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateChip</name>
    <message>
        <source>State: {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextBar</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the incident that goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note (may stay empty)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>{s} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{m} min {s:02d} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{m} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h {m:02d} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue {duration}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>New report  N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中文</source>
        <comment>the other language&apos;s own name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between dark and light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demonstration data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{database} · {ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message>
        <source>What was seen or learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera near by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify by telephone and write down what you learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open camera  V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next camera  V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest camera, not opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened in the video player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened; this camera has no stream address yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
