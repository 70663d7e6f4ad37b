import GRDB

/// The tables of a ledger, version after version. A migration that was released is never changed.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            for tables in [work, runs, timetable, script, alerts] { try db.execute(sql: tables) }
        }
        migrator.registerMigration("2") { db in try db.execute(sql: telling) }
        return migrator
    }

    /// Events and jobs. `front` is 1 for the one job of a lane that may run, and for each unfinished job without a lane,
    /// so that a claim finds what can start without passing what can't.
    private static let work = """
        CREATE TABLE event (
            id INTEGER PRIMARY KEY AUTOINCREMENT, portal TEXT NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL,
            identity TEXT NOT NULL, lane TEXT, at INTEGER NOT NULL, body BLOB NOT NULL,
            UNIQUE (portal, identity)) STRICT;
        CREATE TABLE job (
            id INTEGER PRIMARY KEY AUTOINCREMENT, portal TEXT NOT NULL, script TEXT NOT NULL,
            cause TEXT NOT NULL CHECK (cause IN ('event', 'slot', 'person')),
            event INTEGER, event_name TEXT, due INTEGER, person TEXT, argument BLOB, lane TEXT,
            state TEXT NOT NULL CHECK (state IN
                ('waiting', 'running', 'snoozed', 'done', 'dead', 'cancelled', 'interrupted', 'stopped')),
            front INTEGER NOT NULL, ready INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
            created INTEGER NOT NULL, finished INTEGER, depth INTEGER NOT NULL DEFAULT 0, origin INTEGER,
            merged INTEGER NOT NULL DEFAULT 0, coalesces INTEGER NOT NULL DEFAULT 0, retries INTEGER NOT NULL DEFAULT 0,
            reason TEXT, run INTEGER, lease INTEGER, owner TEXT, cancelling TEXT) STRICT;
        CREATE INDEX job_front ON job (portal, script, ready, id) WHERE front = 1 AND state IN ('waiting', 'snoozed');
        CREATE INDEX job_ready ON job (ready) WHERE front = 1 AND state IN ('waiting', 'snoozed');
        CREATE INDEX job_lane ON job (portal, script, lane, id)
            WHERE lane IS NOT NULL AND state IN ('waiting', 'snoozed', 'running');
        CREATE INDEX job_running ON job (portal, script) WHERE state = 'running';
        CREATE INDEX job_state ON job (portal, script, state, id);
        CREATE TABLE job_event (
            job INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE, event INTEGER NOT NULL,
            PRIMARY KEY (job, event)) STRICT, WITHOUT ROWID;
        CREATE INDEX job_event_event ON job_event (event);
        CREATE TABLE cursor (
            portal TEXT NOT NULL, name TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (portal, name)) STRICT;
        """

    private static let runs = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT, job INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
            portal TEXT NOT NULL, script TEXT NOT NULL, attempt INTEGER NOT NULL, owner TEXT NOT NULL,
            started INTEGER NOT NULL, ended INTEGER, outcome TEXT NOT NULL DEFAULT 'running', reason TEXT,
            line INTEGER, requests INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE INDEX run_job ON run (job);
        CREATE INDEX run_script ON run (portal, script, id);
        CREATE TABLE log_line (
            id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            at INTEGER NOT NULL, level TEXT NOT NULL, text TEXT NOT NULL) STRICT;
        CREATE INDEX log_line_run ON log_line (run);
        CREATE TABLE write (
            id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            portal TEXT NOT NULL, method TEXT NOT NULL, entity TEXT, at INTEGER NOT NULL,
            state TEXT NOT NULL DEFAULT 'sent', settled INTEGER) STRICT;
        CREATE INDEX write_run ON write (run);
        CREATE INDEX write_entity ON write (portal, entity, at) WHERE entity IS NOT NULL;
        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            job INTEGER NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, digest TEXT NOT NULL,
            at INTEGER NOT NULL) STRICT;
        CREATE INDEX delivery_job ON delivery (job);
        CREATE INDEX delivery_run ON delivery (run);
        """

    private static let timetable = """
        CREATE TABLE slot (
            portal TEXT NOT NULL, script TEXT NOT NULL, due INTEGER NOT NULL, job INTEGER, skipped TEXT,
            decided INTEGER NOT NULL, PRIMARY KEY (portal, script, due)) STRICT, WITHOUT ROWID;
        CREATE TABLE plan (
            portal TEXT NOT NULL, script TEXT NOT NULL, digest TEXT NOT NULL, through INTEGER NOT NULL, next INTEGER,
            PRIMARY KEY (portal, script)) STRICT, WITHOUT ROWID;
        """

    /// What belongs to a script. `memory_size` counts keys by triggers, as counting them at each write would be slow.
    private static let script = """
        CREATE TABLE script (
            portal TEXT NOT NULL, script TEXT NOT NULL, failures INTEGER NOT NULL DEFAULT 0,
            paused INTEGER, paused_by TEXT, reason TEXT, PRIMARY KEY (portal, script)) STRICT, WITHOUT ROWID;
        CREATE INDEX script_paused ON script (portal, script) WHERE paused IS NOT NULL;
        CREATE TABLE memory (
            portal TEXT NOT NULL, script TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, expires INTEGER,
            PRIMARY KEY (portal, script, key)) STRICT;
        CREATE INDEX memory_expires ON memory (expires) WHERE expires IS NOT NULL;
        CREATE TABLE memory_size (
            portal TEXT NOT NULL, script TEXT NOT NULL, keys INTEGER NOT NULL,
            PRIMARY KEY (portal, script)) STRICT, WITHOUT ROWID;
        CREATE TRIGGER memory_more AFTER INSERT ON memory BEGIN
            INSERT INTO memory_size VALUES (new.portal, new.script, 1) ON CONFLICT DO UPDATE SET keys = keys + 1;
        END;
        CREATE TRIGGER memory_less AFTER DELETE ON memory BEGIN
            UPDATE memory_size SET keys = keys - 1 WHERE portal = old.portal AND script = old.script;
        END;
        CREATE TABLE memory_lock (
            portal TEXT NOT NULL, script TEXT NOT NULL, key TEXT NOT NULL, holder TEXT NOT NULL, until INTEGER NOT NULL,
            PRIMARY KEY (portal, script, key)) STRICT, WITHOUT ROWID;
        CREATE TABLE token (portal TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT;
        CREATE TABLE definition (script TEXT PRIMARY KEY, digest TEXT NOT NULL, body BLOB NOT NULL) STRICT;
        """

    private static let alerts = """
        CREATE TABLE alert (
            id INTEGER PRIMARY KEY AUTOINCREMENT, portal TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL,
            since INTEGER NOT NULL, text TEXT NOT NULL, told INTEGER NOT NULL DEFAULT 0, recovered INTEGER) STRICT;
        CREATE UNIQUE INDEX alert_open ON alert (portal, subject, kind) WHERE recovered IS NULL;
        CREATE TABLE message (
            id INTEGER PRIMARY KEY AUTOINCREMENT, portal TEXT NOT NULL, channel TEXT NOT NULL, body BLOB NOT NULL,
            state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
            attempts INTEGER NOT NULL DEFAULT 0, ready INTEGER NOT NULL, created INTEGER NOT NULL, reason TEXT) STRICT;
        CREATE INDEX message_due ON message (ready) WHERE state = 'waiting';
        CREATE TABLE pulse (id INTEGER PRIMARY KEY CHECK (id = 1), beats INTEGER NOT NULL) STRICT;
        INSERT INTO pulse VALUES (1, 0);
        """

    /// Whom to tell of a failed run is noted with its end. Messages know their way by its name in the settings: a name
    /// with the address in it lost what waited when the address was put right. The table of alerts was never used.
    private static let telling = """
        DROP TABLE alert;
        CREATE TABLE untold (run INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE) STRICT;
        UPDATE message SET channel = CASE
            WHEN channel LIKE 'chat user %' THEN 'user' WHEN channel LIKE 'hook %' THEN 'webhook'
            ELSE substr(channel, 1, instr(channel || ' ', ' ') - 1) END;
        DROP INDEX message_due;
        CREATE INDEX message_waiting ON message (channel, ready, id) WHERE state = 'waiting';
        """
}
