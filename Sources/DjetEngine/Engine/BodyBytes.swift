import HTTPTypes
import Hummingbird
import NIOCore

/// The bytes of a request's body, as they come: no more are taken from the network than are read here.
public struct BodyBytes: AsyncSequence, Sendable {
    /// Some of the bytes.
    public typealias Element = [UInt8]

    let body: RequestBody
    /// The most that may come.
    let limit: Int
    /// Until when the request must be answered: it waits for the body.
    let deadline: Deadline

    /// Begins with what comes first; the body can be read once.
    public func makeAsyncIterator() -> Iterator {
        deadline.bodyBegins()
        return Iterator(body: body.makeAsyncIterator(), limit: limit, deadline: deadline)
    }

    /// Hands over the bytes.
    public struct Iterator: AsyncIteratorProtocol {
        var body: RequestBody.AsyncIterator
        let limit: Int
        let deadline: Deadline
        var count = 0

        /// The next bytes; nil at the end. Throws `Refusal` of 413 if there are more than are taken, of 400 if
        /// the connection breaks.
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

        /// A client that goes while it sends is no fault of the server's.
        private mutating func read(isolation actor: isolated (any Actor)?) async throws -> ByteBuffer? {
            // Whoever was stopped, and not waited for, must not take what is the next request's.
            try Task.checkCancellation()
            do {
                return try await body.next(isolation: actor)
            } catch {
                try Task.checkCancellation()
                throw BodyBytes.cutOff
            }
        }
    }

    static let cutOff = Refusal(.badRequest, "the body was cut off before its end")

    static func tooMany(_ limit: Int) -> Refusal {
        Refusal(.contentTooLarge, "at most \(Written.bytes(limit)) can be sent here at a time")
    }
}
