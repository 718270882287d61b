import DjetModel
import HTTPTypes

/// Reads the parts of a form one after the other, as the network brings them.
struct MultipartReader {
    private var bytes: BodyBytes.Iterator
    private var scanner: MultipartScanner
    /// What has been found and not been asked for yet, the next last.
    private var events: [MultipartEvent] = []
    private var isInPart = false

    /// Throws `Refusal` of 400 if the request names no boundary.
    init(_ visit: Visit) throws {
        do {
            scanner = MultipartScanner(try MultipartBoundary(contentType: visit.mediaType))
        } catch {
            throw error.refusal
        }
        bytes = visit.bytes.makeAsyncIterator()
    }

    /// The next part; what is left of the one before is skipped. Nil at the end. Throws `Refusal` of 400 if the
    /// body is no form or was cut off, of 413 if it is too long.
    mutating func nextPart() async throws -> MultipartPart? {
        while let event = try await next() {
            if case .part(let part) = event {
                isInPart = true
                return part
            }
        }
        return nil
    }

    /// The next bytes of the part; nil at its end.
    mutating func nextBytes() async throws -> [UInt8]? {
        guard isInPart, let event = try await next() else { return nil }
        if case .bytes(let bytes) = event { return bytes }
        isInPart = false
        return nil
    }

    private mutating func next() async throws -> MultipartEvent? {
        while events.isEmpty {
            let read = try await bytes.next()
            do throws(MultipartError) {
                guard let read else {
                    try scanner.finish()
                    return nil
                }
                events = try scanner.scan(read).reversed()
            } catch {
                throw error.refusal
            }
        }
        return events.popLast()
    }
}

extension MultipartError {
    /// 400, or 413.
    var refusal: Refusal {
        switch self {
        case .malformed(let reason): Refusal(.badRequest, reason)
        case .tooMuch(let reason): Refusal(.contentTooLarge, reason)
        }
    }
}
