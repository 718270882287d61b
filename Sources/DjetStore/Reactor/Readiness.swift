/// Whoever owns a descriptor that the reactor watches.
protocol Readiness: AnyObject, Sendable {
    /// Called on the reactor's thread. It must not block.
    func isReady(toRead: Bool, toWrite: Bool)
}
