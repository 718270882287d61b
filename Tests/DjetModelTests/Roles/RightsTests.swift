import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The roles' rights, and the granting of them.
@Suite struct RightsTests {
    @Test func everybodyElseIsRefusedEverything() async throws {
        try await withDatabase { database in
            try await database.signedIn { stranger in
                let allowed = try await stranger.allowed(of: [
                    "select jobmachine.offload('x')",
                    "select jobmachine.outcomes('{1}')",
                    "select jobmachine.bucket('a', 'b', 'finished')",
                    "select * from jobmachine.tickets",
                    "select * from jobmachine.job",
                    "select * from jobmachine.migration",
                ])
                #expect(allowed == [])
            }
            #expect(try await Self.functionsOfEverybody(database) == [])
        }
    }

    @Test func nobodyMayWriteToATable() async throws {
        try await withDatabase { database in
            let rights = try await database.store.rows(
                """
                select concat_ws(' ', role.name, "right".name, c.relname)
                from pg_class c
                cross join unnest('{djet_offload,djet_work,djet_admin}'::text[]) as role(name)
                cross join unnest('{insert,update,delete,truncate,references,trigger}'::text[]) as "right"(name)
                where c.relnamespace = 'jobmachine'::regnamespace
                  and c.relkind in ('r', 'p', 'v')
                  and has_table_privilege(role.name, c.oid, "right".name)
                """, as: String.self)
            #expect(rights == [])
        }
    }

    @Test func whatLendsItsOwnersRightsTrustsNobodysSearchPath() async throws {
        try await withDatabase { database in
            let trusting = try await database.store.rows(
                """
                select p.proname from pg_proc p
                where p.pronamespace = 'jobmachine'::regnamespace and p.prosecdef
                  and 'search_path=pg_catalog, pg_temp' <> all (coalesce(p.proconfig, '{}'))
                """, as: String.self)
            #expect(trusting == [])
            // It runs any statement that it is given.
            let estimate = try await database.store.first(
                "select prosecdef from pg_proc where proname = 'estimate'", as: Bool.self)
            #expect(estimate == false)
        }
    }

    /// Each function is granted by name, so that a new one belongs to nobody until somebody decides.
    @Test func everyFunctionIsARolesOrAPartOfOthers() async throws {
        let parts: Set = [
            "add_counts", "admit", "are_names", "are_queues", "arguments_limit", "await_end", "bring_back",
            "can_begin", "check_arguments", "check_inputs", "check_job", "check_limit", "check_queue",
            "check_reply", "check_schedule", "check_shape", "check_signal", "check_terms", "check_unique",
            "check_worker", "choose", "choose_by_key", "choose_in_line", "choose_of_keys", "chore_due",
            "cron_field", "cron_number", "cron_time", "cut", "delete_ended", "drop_abandoned", "drop_early",
            "drop_files", "drop_inputs", "drop_keys", "drop_old_steps", "end_each", "end_group", "end_job",
            "ensure_today", "expire", "expire_all", "expire_job", "expire_late", "fire", "fire_schedule",
            "fitting", "full_after", "give_limit", "grace_of", "grant_rights", "group_counts", "group_number",
            "group_outcome", "has_key", "is_cron_day", "is_environment", "is_group_live", "is_group_of",
            "is_inflated", "is_progress", "is_short_environment", "join_group", "keep_days", "keep_expiry",
            "keep_schedule", "key_in", "key_of", "keys_in_line", "known_zone", "last_due", "leave_limits",
            "leave_to_settle", "limits_of", "longest_retention", "lose", "make_day", "make_role",
            "mark_session", "may_change_file", "mended_environment", "neighbour_of", "next_token",
            "next_wall_time", "note_chores", "note_clock", "note_ends", "note_group_ends", "note_silence",
            "offload_scheduled", "own_chores", "parse_cron", "parse_rate", "plain_delay", "plain_error",
            "refuse_duplicate", "refuse_file", "refuse_name", "refuse_null", "refuse_signal",
            "release_dependents", "renew_keys", "repeat_cancellations", "reply_limit", "require_group",
            "require_schedule", "rescue_job", "reseal", "retake_key", "retentions", "retry_job", "return_key",
            "revive",
            "ring", "ring_branch", "ring_groups", "rule_of", "schedule_interval", "schedule_terms",
            "schedule_with", "sealed_jobs", "seconds_of", "settle", "settle_ends", "settle_group",
            "settle_groups", "share", "sort_keys", "sort_keys_until", "strike_off", "suspend_schedule",
            "take_key", "take_off_tally", "tally_minute", "terms_of", "time_text", "tokens", "wait_for",
            "wake", "way_of", "zone_change", "zone_offset",
        ]
        let nobodys = try await withDatabase { database in
            try await database.store.rows(
                """
                select distinct p.proname from pg_proc p
                where p.pronamespace = 'jobmachine'::regnamespace
                  and not exists (
                    select from unnest('{djet_offload,djet_work,djet_admin}'::text[]) as role(name)
                    where has_function_privilege(role.name, p.oid, 'execute'))
                """, as: String.self)
        }
        #expect(
            Set(nobodys) == parts,
            "grant a new function in sql/queue/functions/rights.sql, or add it here if others call it alone")
    }

    @Test func whatWasGrantedByMistakeIsTakenBack() async throws {
        try await withDatabase { database in
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        grant usage on schema jobmachine to public;
                        grant execute on function jobmachine.rescue to public;
                        grant delete on jobmachine.job to djet_work;
                        grant select on jobmachine.lock to djet_admin;
                        select jobmachine.grant_rights();
                        """)
            }
            #expect(try await Self.functionsOfEverybody(database) == [])
            let isLeft = try await database.store.first(
                """
                select has_table_privilege('djet_work', 'jobmachine.job', 'delete')
                  or has_table_privilege('djet_admin', 'jobmachine.lock', 'select')
                  or has_schema_privilege('public', 'jobmachine', 'usage')
                """, as: Bool.self)
            #expect(isLeft == false)
        }
    }

    @Test func anotherInstallationHasTheSameRoles() async throws {
        try await withDatabase { database in
            _ = try await Migrator([DjetSQL.queue(schema: "reports")]).migrate(database.store)
            try await database.signedIn(as: "djet_offload") { shop in
                try await shop.store.query("select reports.offload('x')")
                #expect(try await shop.allowed(of: ["select * from reports.job"]) == [])
            }
        }
    }

    @Test func whoMayMakeNoRolesMigratesAllTheSame() async throws {
        try await withDatabase(migrated: false) { database in
            try await Self.makeOwner(database)
            try await database.signedIn(login: "test_owner") { owner in
                _ = try await Migrator([DjetSQL.queue()]).migrate(owner.store)
                try await owner.store.query("select jobmachine.make_role('test_nobodys')")
            }
            let isThere = try await database.store.first(
                "select exists (select from pg_roles where rolname = 'test_nobodys')", as: Bool.self)
            #expect(isThere == false)
            // Somebody who may make roles does this then.
            let missing = try await database.store.rows("select jobmachine.grant_rights()", as: String.self)
            #expect(missing == [])
            try await database.signedIn(as: "djet_offload") { shop in
                let ticket = try await shop.model().offload(Echo(text: "a"))
                #expect(try await ticket.status == .entered)
            }
        }
    }

    private static func functionsOfEverybody(_ database: TestDatabase) async throws -> [String] {
        try await database.store.rows(
            """
            select p.proname from pg_proc p
            where p.pronamespace = 'jobmachine'::regnamespace and has_function_privilege('public', p.oid, 'execute')
            """, as: String.self)
    }

    /// Makes a login that may make schemas, but no roles.
    private static func makeOwner(_ database: TestDatabase) async throws {
        try await database.store.withConnection { connection in
            try await connection.run(
                script: """
                    do $$
                    begin
                      create role test_owner login;
                    exception when duplicate_object or unique_violation then
                      return;
                    end
                    $$;
                    do $$
                    begin
                      execute format('grant create on database %I to test_owner', current_database());
                    end
                    $$
                    """)
        }
    }
}
