import DjetModel
import HTTPTypes

/// Reads the parts of a multipart form one after the other, as they arrive.
struct MultipartReader {
    private var bytes: BodyBytes.Iterator
    private var scanner: MultipartScanner
    /// The events that were found but not returned yet, the next one last.
    private var events: [MultipartEvent] = []
    private var isInPart = false

    /// Reads the boundary from the request. Throws `RequestError` of 400 if it names none.
    init(_ visit: Visit) throws {
        do {
            scanner = MultipartScanner(try MultipartBoundary(contentType: visit.mediaType))
        } catch {
            throw error.refusal
        }
        bytes = visit.bytes.makeAsyncIterator()
    }

    /// Returns the next part, skipping the rest of the one before; nil at the end. Throws `RequestError`: 400
    /// if the body is no form or was cut off, 413 if it is too long.
    mutating func nextPart() async throws -> MultipartPart? {
        while let event = try await next() {
            if case .part(let part) = event {
                isInPart = true
                return part
            }
        }
        return nil
    }

    /// Returns the next bytes of the part; nil at its end.
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
    /// The error as a refusal: 400 for a malformed form, 413 for too much.
    var refusal: RequestError {
        switch self {
        case .malformed(let reason): RequestError(.badRequest, reason)
        case .tooMuch(let reason): RequestError(.contentTooLarge, reason)
        }
    }
}
