import Foundation

extension Breaker {
    /// The time that a replaced server stays silent: longer than the 15 seconds in which all must work again.
    private static let patience = Duration.seconds(16)

    /// Silences the primary, in each of the ways by turns, and lets its standby take over. The silent server
    /// is killed only when all work on beside it, as a host that hangs is.
    func silence(_ span: Duration) async throws {
        let began = Date()
        let way = settings.silences[(stage.log.counts[.silence] ?? 0) % settings.silences.count]
        let (silent, successor) = try await stage.cluster.promote(afterSilenceOf: span) { server in
            switch way {
            case .swallow: stage.proxy.cut(.swallow(server: server.socket))
            case .freeze: server.freeze()
            }
        }
        if way == .swallow { stage.proxy.cut(.divert(from: silent.socket, to: successor.socket)) }
        note(.silence, "\(way.rawValue) for \(span), then the standby took over", nil, since: began)
        try? await Task.sleep(for: Self.patience)
        await silent.kill()
        try await stage.cluster.addStandby()
        stage.proxy.cut(.readmit(server: silent.socket))
    }
}
