import HTTPTypes
import Hummingbird
import NIOCore
import DjetModel

/// A part of a job of which a page shows the beginning alone.
struct CutPart: Codable, Sendable {
    /// Which part.
    var what: JobPart
    /// How many bytes the whole has.
    var size: Int
    /// Where the whole can be downloaded.
    var path: String

    /// The parts of a job that are cut, of those that may be seen.
    static func all(
        of job: ShownJob, below path: String, _ parts: [JobPart] = JobPart.allCases
    ) -> [CutPart] {
        parts.filter { job.isCut($0) }.map { part in
            CutPart(what: part, size: job.size(of: part) ?? 0, path: "\(path)/\(part.rawValue)")
        }
    }
}

extension Route {
    /// The downloads of the parts of a job, whole.
    ///
    /// - Parameters:
    ///   - right: what it takes to see a part.
    ///   - find: the job, if it may be seen.
    static func wholeParts(
        right: (JobPart) -> Right, _ find: @escaping @Sendable (Visit) async throws -> ShownJob
    ) -> [Route] {
        JobPart.allCases.map { part in
            Route(
                .get, RoutePath(stringLiteral: "{ticket}/\(part.rawValue)"), right: right(part),
                "The \(part.rawValue) of a job, the whole of it, as a download",
                answer: .bytes(MediaName.json)
            ) { visit in
                try PartReply(part: part, job: try await find(visit), visit: visit).reply
            }
        }
    }
}

/// The whole of a part of a job as a download.
private struct PartReply {
    let part: JobPart
    let job: ShownJob
    let visit: Visit

    /// Throws `ModelError.notFound` if the job has no such part.
    var reply: Reply {
        get throws {
            guard let size = job.size(of: part) else {
                throw ModelError.notFound("the job \(job.ticket) has no \(part.rawValue)")
            }
            let bytes = visit.model.bytes(of: part, of: job)
            // What a live job says of itself may change while it is sent.
            let length = part == .arguments || part == .reply ? size : nil
            let write = try visit.lastingDownload { writer in
                // Some megabytes at a time, and the next ones when the client has taken them.
                for try await chunk in bytes { try await writer.write(ByteBuffer(bytes: chunk)) }
                try await writer.finish(nil)
            }
            let reply = Reply.stream(mediaType: MediaName.json, contentLength: length, write)
            let name = "\(job.ticket)-\(part.rawValue).json"
            return reply.with(.contentDisposition, ContentDisposition.attachment(name))
                .with(.cacheControl, "private, no-cache")
        }
    }
}
