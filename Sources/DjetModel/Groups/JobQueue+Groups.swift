package import DjetStore

/// The statements of groups. Tenants restrict them to the groups and the jobs of these; nil for all.
extension JobQueue {
    /// Makes a group, whose job `then` waits for it.
    package func makeGroup(
        _ name: String, within outer: GroupID?, then: OffloadRequest?, arguments: String?
    ) -> Statement {
        """
        select id, then_job from \(identifier: schema).make_group(
          \(name), \(outer?.number)::bigint, \(then?.kind)::text, \(arguments)::jsonb, \(then?.queue ?? "default"),
          \(then?.priority ?? 4)::integer, \(then?.attempts)::integer, \(then?.environment ?? "{}")::jsonb, false)
        """
    }

    package func groupStatus(_ id: GroupID, among tenants: [String]?) -> Statement {
        "select * from \(identifier: schema).group_status(\(id.number), \(tenants)::text[])"
    }

    package func group(named name: String, among tenants: [String]?) -> Statement {
        "select \(identifier: schema).group_named(\(name), \(tenants)::text[])"
    }

    package func members(of id: GroupID, among tenants: [String]?, after: Int64) -> Statement {
        """
        select id, ticket
        from \(identifier: schema).members_of(\(id.number), \(after), tenants => \(tenants)::text[])
        """
    }

    package func cancelGroup(_ id: GroupID, among tenants: [String]?, after: Int64) -> Statement {
        """
        select \(identifier: schema).cancel_group(
          \(id.number), \(after), tenants => \(tenants)::text[])
        """
    }
}
