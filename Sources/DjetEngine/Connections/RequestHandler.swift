import DjetStore
import NIOCore
import NIOHTTP1

/// The handler behind the decoder of each connection. It notes where requests and answers begin and end.
final class RequestHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    var client: ConnectedClient?

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var data = data
        switch unwrapInboundIn(data) {
        case .head(let head):
            client?.pace.withLock { $0.headEnds() }
            if let named = head.withEmptyHost { data = wrapInboundOut(.head(named)) }
        case .body: break
        case .end: client?.pace.withLock { $0.requestEnds() }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head: client?.pace.withLock { $0.answerBegins() }
        case .body: break
        case .end: client?.pace.withLock { $0.answerEnds(at: .now) }
        }
        context.write(data, promise: promise)
    }
}

extension ChannelHandlerContext {
    /// Adds the server's handlers to a connection: in front of everything, and behind the decoder. Call it on
    /// the event loop.
    func keepWatch(_ clients: Clients) throws {
        let operations = channel.pipeline.syncOperations
        let requests = RequestHandler()
        let decoder = try operations.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
        try operations.addHandler(requests, position: .after(decoder))
        let arrival = ArrivalHandler(clients) { requests.client = $0 }
        try operations.addHandler(arrival, position: .first)
    }
}

extension HTTPRequestHead {
    /// The head with an empty host if it is of HTTP/1.0 and has none, which only that version allows; nil
    /// otherwise. ``RequestHead`` refuses a head without a host.
    fileprivate var withEmptyHost: HTTPRequestHead? {
        guard version == .http1_0, !headers.contains(name: "Host") else { return nil }
        var head = self
        head.headers.add(name: "Host", value: "")
        return head
    }
}
