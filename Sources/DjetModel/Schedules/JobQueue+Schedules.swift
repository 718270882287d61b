import DjetJSON
package import DjetStore
package import Foundation

/// The statements of schedules.
extension JobQueue {
    package func schedules(holding part: String?, after name: String?, limit: Int) -> Statement {
        """
        select * from \(identifier: schema).schedules s
        where (\(name)::text is null or s.name > \(name)::text)
          and (\(part)::text is null or position(\(part)::text in s.name) > 0)
        order by s.name
        limit \(limit)::integer
        """
    }

    package func schedule(_ name: String) -> Statement {
        "select * from \(identifier: schema).schedules s where s.name = \(name)"
    }

    package func addSchedule(
        _ name: String, _ draft: ScheduleDraft, limitKey: String?, by user: String?
    ) throws -> Statement {
        let terms = try JSON.text(of: draft.terms)
        let unique = try draft.unique.map { try JSON.text(of: $0) }
        return """
            select \(identifier: schema).add_schedule(
              \(name), \(draft.rule), \(draft.kind), \(draft.arguments ?? "{}")::jsonb, \(draft.zone ?? "UTC"),
              \(draft.queue ?? "default"), \(draft.priority ?? 4)::integer, \((draft.missed ?? .last).rawValue),
              \((draft.overlap ?? .skip).rawValue), \(draft.user), by_whom => \(user),
              unique_rule => \(unique)::jsonb, terms => \(terms)::jsonb, tenant => \(draft.tenant),
              limit_key => \(limitKey))
            """
    }

    package func changeSchedule(
        _ name: String, _ draft: ScheduleDraft, limitKey: String?, by user: String?
    ) throws -> Statement {
        let terms = try JSON.text(of: draft.terms)
        let unique = try draft.unique.map { try JSON.text(of: $0) }
        // Those that stand beside the terms.
        let beside: Set<ScheduleDraft.Removable> = [.tenant, .unique]
        let gone = draft.removed.intersection(beside).map(\.rawValue)
        let goneTerms = draft.removed.subtracting(beside).map(\.rawValue)
        // Nulls within the arguments stay.
        return """
            select \(identifier: schema).change_schedule(
              \(name),
              (select coalesce(jsonb_object_agg(name, null::text), '{}') from unnest(\(gone)::text[]) as name)
              || jsonb_strip_nulls(jsonb_build_object(
                'rule', \(draft.rule)::text, 'zone', \(draft.zone)::text, 'kind', \(draft.kind)::text,
                'queue', \(draft.queue)::text, 'priority', \(draft.priority)::integer,
                'missed', \(draft.missed?.rawValue)::text, 'overlap', \(draft.overlap?.rawValue)::text,
                'user', \(draft.user)::text, 'tenant', \(draft.tenant)::text, 'unique', \(unique)::jsonb,
                'limitKey', \(limitKey)::text))
              || case
                when \(draft.arguments)::jsonb is null then '{}'
                else jsonb_build_object('arguments', \(draft.arguments)::jsonb)
              end
              || jsonb_build_object(
                'terms',
                (
                  select coalesce(jsonb_object_agg(name, null::text), '{}')
                  from unnest(\(goneTerms)::text[]) as name
                ) || \(terms)::jsonb),
              \(user))
            """
    }

    package func pauseSchedule(_ name: String, by user: String?) -> Statement {
        "select \(identifier: schema).pause_schedule(\(name), \(user))"
    }

    package func resumeSchedule(_ name: String) -> Statement {
        "select \(identifier: schema).resume_schedule(\(name))"
    }

    package func runSchedule(_ name: String) -> Statement {
        "select \(identifier: schema).ticket_of(\(identifier: schema).run_schedule(\(name)))"
    }

    package func removeSchedule(_ name: String) -> Statement {
        "select \(identifier: schema).remove_schedule(\(name))"
    }

    package func resetSchedule(_ name: String) -> Statement {
        "select \(identifier: schema).reset_schedule(\(name))"
    }

    package func suspendSchedules(of user: String, because reason: String) -> Statement {
        "select \(identifier: schema).suspend_schedules_of(\(user), \(reason))"
    }

    package func declareSchedules(of part: String, _ declarations: String) -> Statement {
        "select \(identifier: schema).declare_schedules(\(part), \(declarations)::jsonb)"
    }

    package func dueTimes(_ rule: String, zone: String, after: Date, count: Int) -> Statement {
        "select * from \(identifier: schema).due_times(\(rule), \(zone), \(after)::timestamptz, \(count)::integer)"
    }
}
