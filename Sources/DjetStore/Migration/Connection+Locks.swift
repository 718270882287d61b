extension Connection {
    /// Sets `lock_timeout` until the transaction ends: a statement that waits longer for a lock fails. At
    /// least 1 ms.
    func limitLocks(to limit: Duration) async throws {
        let milliseconds = max(Int(limit / .milliseconds(1)), 1)
        try await query("select set_config('lock_timeout', \("\(milliseconds)ms"), true)")
    }

    /// Locks every existing table that the SQL texts mention, before they are altered: all within
    /// `MigrationObstacle.patience`, or none. Throws `MigrationObstacle` for the first table that stays
    /// locked.
    ///
    /// Locking one at a time would keep each table from everybody while the next is waited for, and could
    /// deadlock with a session that holds the second and wants the first. A table that was hard to get comes
    /// first at the next try, so that nobody else gets in between.
    func lockTables(mentionedIn texts: [String], first hardToHave: [TableName]) async throws {
        guard !texts.isEmpty else { return }
        let mentioned = TableName.mentioned(in: texts)
        let known = try await rows(
            """
            select n.nspname as schema, c.relname as name
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_'
            order by c.oid
            """, as: TableName.self)
        let wanted = known.filter(mentioned.contains)
        let deadline = ContinuousClock.now + MigrationObstacle.patience
        for table in hardToHave.filter(wanted.contains) + wanted.filter({ !hardToHave.contains($0) }) {
            try await limitLocks(to: ContinuousClock.now.duration(to: deadline))
            try await MigrationObstacle.of(table) {
                try await query(
                    "lock table \(identifier: table.schema).\(identifier: table.name) in access exclusive mode"
                )
            }
        }
        try await limitLocks(to: MigrationObstacle.patience)
    }
}
