import DjetModel
import HTTPTypes
import Hummingbird
import NIOCore

/// A part of a job that a page cuts to its beginning.
struct CutPart: Codable, Sendable {
    /// The part.
    var what: JobPart
    /// The size of the whole, in bytes.
    var size: Int
    /// The path where the whole can be downloaded.
    var path: String

    /// Returns the cut parts of a job, among those that may be seen.
    static func all(
        of job: JobDetails, below path: String, _ parts: [JobPart] = JobPart.allCases
    ) -> [CutPart] {
        parts.filter { job.isCut($0) }.map { part in
            CutPart(what: part, size: job.size(of: part) ?? 0, path: "\(path)/\(part.rawValue)")
        }
    }
}

extension Route {
    /// Returns the downloads of a job's whole parts.
    ///
    /// - Parameters:
    ///   - right: returns the right that a part requires.
    ///   - find: returns the job, if it may be seen.
    static func wholeParts(
        right: (JobPart) -> Right, _ find: @escaping @Sendable (Visit) async throws -> JobDetails
    ) -> [Route] {
        JobPart.allCases.map { part in
            Route(
                .get, RoutePath(stringLiteral: "{ticket}/\(part.rawValue)"), right: right(part),
                "The complete \(part.rawValue) of a job, as a download",
                answer: .bytes(MediaName.json)
            ) { visit in
                try PartReply(part: part, job: try await find(visit), visit: visit).reply
            }
        }
    }
}

/// The download of a whole part of a job.
private struct PartReply {
    let part: JobPart
    let job: JobDetails
    let visit: Visit

    /// The download. Throws `ModelError.notFound` if the job has no such part.
    var reply: Reply {
        get throws {
            guard let size = job.size(of: part) else {
                throw ModelError.notFound("the job \(job.ticket) has no \(part.rawValue)")
            }
            let bytes = visit.model.bytes(of: part, of: job)
            // The other parts of a live job may change while they are sent.
            let length = part == .arguments || part == .reply ? size : nil
            let write = try visit.lastingDownload { writer in
                // A few megabytes at a time: the next are read when the client has taken these.
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
