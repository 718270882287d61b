import DjetStore
import NIOCore

/// A connected client, as the server watches it.
final class ConnectedClient: Sendable {
    let pace: Guarded<ClientPace>
    /// The client's address; nil if its socket has none.
    let address: String?
    /// The key by which the clients of one address are counted.
    let addressKey: String
    private let channel: any Channel

    init(_ channel: any Channel) {
        self.channel = channel
        address = channel.remoteAddress?.ipAddress
        addressKey = address.map(AddressKey.of) ?? ""
        pace = Guarded(ClientPace(at: .now))
    }

    /// Ends the connection. A client that has begun a request, but got no part of an answer, is told why.
    func end(_ farewell: Farewell) {
        // On the event loop, where answers begin: a farewell must not land inside one.
        channel.eventLoop.execute { [channel, pace] in
            guard pace.withLock({ $0.hasBegun && !$0.isAnswering }),
                let handler = try? channel.pipeline.syncOperations.handler(type: ArrivalHandler.self)
            else { return channel.close(promise: nil) }
            handler.dismiss(farewell)
        }
    }
}
