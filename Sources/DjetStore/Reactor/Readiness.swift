/// Whoever owns a descriptor that the reactor watches.
protocol Readiness: AnyObject, Sendable {
    /// Called on the reactor's thread. It must not block. Returns whether somebody has been told something, who may answer
    /// at once.
    func isReady(toRead: Bool, toWrite: Bool) -> Bool
}
