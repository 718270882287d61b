import NIOCore
import NIOHTTP1

/// Refuses an answer whose status is below 100, which HTTP does not know.
///
/// AsyncHTTPClient takes such an answer for one that another follows, and ends the whole process when it ends
/// instead (1.37.0, `HTTPRequestStateMachine`). Any receiver could stop its workers so.
final class StatusCheck: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart

    /// The refusal of an answer.
    struct UnknownStatus: Error, CustomStringConvertible {
        let description = "its answer has a status below 100"
    }

    private var hasRefused = false

    /// Puts a check between the decoder and the client of a new connection.
    @Sendable static func install(on channel: any Channel) -> EventLoopFuture<Void> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
            try pipeline.addHandler(StatusCheck(), position: .after(decoder))
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // The rest of a refused answer is dropped.
        guard !hasRefused else { return }
        if case .head(let head) = unwrapInboundIn(data), head.status.code < 100 {
            hasRefused = true
            context.fireErrorCaught(UnknownStatus())
            context.close(promise: nil)
        } else {
            context.fireChannelRead(data)
        }
    }
}
