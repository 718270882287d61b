import HTTPTypes
import Hummingbird
import NIOCore

/// The bytes of a request's body, as they arrive. No more are taken from the network than are read here.
public struct BodyBytes: AsyncSequence, Sendable {
    /// A chunk of the bytes.
    public typealias Element = [UInt8]

    let body: RequestBody
    /// The most bytes that may arrive.
    let limit: Int
    /// The time by which the request must be answered; it moves with the body.
    let deadline: Deadline

    /// Begins to read from the first byte. A body can be read once.
    public func makeAsyncIterator() -> Iterator {
        deadline.bodyBegins()
        return Iterator(body: body.makeAsyncIterator(), limit: limit, deadline: deadline)
    }

    /// An iterator over the chunks.
    public struct Iterator: AsyncIteratorProtocol {
        var body: RequestBody.AsyncIterator
        let limit: Int
        let deadline: Deadline
        var count = 0

        /// Returns the next bytes; nil at the end. Throws `RequestError`: 413 if there are more than the
        /// limit, 400 if the connection breaks.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws -> [UInt8]? {
            do {
                guard let buffer = try await read(isolation: actor) else {
                    deadline.bodyEnds()
                    return nil
                }
                count += buffer.readableBytes
                guard count <= limit else { throw BodyBytes.tooMany(limit) }
                return Array(buffer.readableBytesView)
            } catch {
                deadline.bodyEnds()
                throw error
            }
        }

        /// Reads a chunk. Throws `RequestError` of 400 if the client breaks off, which is not the server's
        /// fault.
        private mutating func read(isolation actor: isolated (any Actor)?) async throws -> ByteBuffer? {
            // A cancelled request, which nobody waits for, must not take bytes of the next one.
            try Task.checkCancellation()
            do {
                return try await body.next(isolation: actor)
            } catch {
                try Task.checkCancellation()
                throw BodyBytes.cutOff
            }
        }
    }

    static let cutOff = RequestError(.badRequest, "the body was cut off before its end")

    static func tooMany(_ limit: Int) -> RequestError {
        RequestError(
            .contentTooLarge, "the body is too large: at most \(Written.bytes(limit)) can be sent here")
    }
}
