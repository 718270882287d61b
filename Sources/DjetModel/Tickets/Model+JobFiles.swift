import DjetStore

extension Model {
    /// The files that belong to a job: those that its arguments and its reply name, and that were stored on
    /// behalf of whoever offloaded it. Anybody can write any number into arguments.
    public func files(of job: JobRecord) async throws -> [File] {
        let texts = [job.arguments, job.reply].compactMap(\.self)
        let numbers = texts.flatMap { (try? JSONReader.tree(of: $0))?.files ?? [] }
        guard !numbers.isEmpty else { return [] }
        let statement: Statement = """
            select f.id as file, f.name, f.mime_type, f.size
            from \(identifier: queue.schema).file f
            join (
              select id, min(number) as number
              from unnest(\(numbers)::bigint[]) with ordinality as named(id, number) group by id
            ) as named on named.id = f.id
            where f.is_complete and f.owner is not distinct from \(job.environment)::jsonb ->> 'user'
            order by named.number
            """
        return try await database.rows(statement)
    }
}
