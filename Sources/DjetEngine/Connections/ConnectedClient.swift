import DjetStore
import NIOCore

/// Somebody who is connected, as the server keeps watch over them.
final class ConnectedClient: Sendable {
    let pace: Guarded<ClientPace>
    /// Where it comes from; nil of a socket that has no address.
    let address: String?
    /// By what it is counted among those of its address.
    let addressKey: String
    private let channel: any Channel

    init(_ channel: any Channel) {
        self.channel = channel
        address = channel.remoteAddress?.ipAddress
        addressKey = address.map(AddressKey.of) ?? ""
        pace = Guarded(ClientPace(at: .now))
    }

    /// Ends the connection. Whoever has begun a request, and has not been told anything, is told why.
    func end(_ farewell: Farewell) {
        // On the event loop, where answers begin: a farewell must not land within one.
        channel.eventLoop.execute { [channel, pace] in
            guard pace.withLock({ $0.hasBegun && !$0.isAnswering }),
                let handler = try? channel.pipeline.syncOperations.handler(type: ArrivalHandler.self)
            else { return channel.close(promise: nil) }
            handler.dismiss(farewell)
        }
    }
}
