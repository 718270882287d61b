import DjetModel

extension TicketsEngine {
    /// The downloads of jobs' files. The name at the end of the path is for clients that save under it; it is
    /// not read.
    var downloads: [Route] {
        [
            Route(
                .get, "{ticket}/files/{file:int}", "A file of a job", answer: .bytes("*/*"), action: download),
            Route(
                .get, "{ticket}/files/{file:int}/{name}", "A file of a job, under its name",
                answer: .bytes("*/*"), action: download),
        ]
    }

    private func download(_ visit: Visit) async throws -> Reply {
        try await visit.file(of: visit.visibleJob())
    }
}
