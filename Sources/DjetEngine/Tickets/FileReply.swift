import DjetModel
import HTTPTypes
import Hummingbird
import NIOCore

/// The download of a stored file, or of a part of it (RFC 9110, section 14).
struct FileReply {
    private let file: File
    private let visit: Visit
    private let range: ByteRange

    init(_ file: File, _ visit: Visit) throws {
        self.file = file
        self.visit = visit
        range = ByteRange(Self.range(Self.tag(of: file), visit), size: file.size)
    }

    var reply: Reply {
        get throws {
            switch range {
            case .whole: return try body(0..<file.size, .ok)
            case .part(let part):
                let span = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"
                return try body(part, .partialContent).with(.contentRange, span)
            case .unsatisfiable:
                throw RequestError(
                    .rangeNotSatisfiable, "the file has \(file.size) bytes",
                    headers: [.contentRange: "bytes */\(file.size)"])
            }
        }
    }

    /// Returns the `Range` header if it counts: for GET alone, not if the client has the file already, and
    /// with `If-Range` only if it has a part of the same file.
    private static func range(_ tag: String, _ visit: Visit) -> String? {
        guard visit.method == .get, let range = visit.headers[.range] else { return nil }
        if let known = visit.headers[.ifNoneMatch], EntityTag(quoted: tag).isNamed(by: known) { return nil }
        if let condition = visit.headers[.ifRange], condition != tag { return nil }
        return range
    }

    /// Returns the tag of a file, which never changes.
    private static func tag(of file: File) -> String { "\"file-\(file.id)-\(file.size)\"" }

    private func body(_ part: Range<Int>, _ status: HTTPResponse.Status) throws -> Reply {
        let bytes = visit.model.bytes(of: file, from: part.lowerBound)
        let write = try visit.lastingDownload { writer in
            var left = part.count
            // A chunk at a time: the next is read when the client has taken this one.
            for try await chunk in bytes where left > 0 {
                try await writer.write(ByteBuffer(bytes: chunk.prefix(left)))
                left -= min(chunk.count, left)
                if left == 0 { break }
            }
            if left == 0 { try await writer.finish(nil) }
        }
        let reply = Reply.stream(
            mediaType: file.mimeType, contentLength: part.count, status: status, write)
        // It is never shown within the site, because its content comes from people.
        return reply.with(.contentDisposition, ContentDisposition.attachment(file.name))
            .with(.acceptRanges, "bytes").with(.eTag, Self.tag(of: file))
            .with(.cacheControl, "private, no-cache")
    }
}
