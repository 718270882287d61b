import DjetModel
import HTTPTypes
import NIOCore

extension TicketsEngine {
    /// The files of jobs. The name at the end of the path is for those who save what it says; nobody reads it.
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
        let number = try visit.integer("file")
        let job = try await visit.visibleJob()
        guard let file = try await visit.model.files(of: job).first(where: { $0.id == number }) else {
            throw ModelError.notFound("the job \(job.ticket) has no file \(number), or no more")
        }
        return try FileReply(file, visit).reply
    }
}
