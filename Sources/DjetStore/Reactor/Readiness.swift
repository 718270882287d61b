/// The owner of a descriptor that the reactor watches.
protocol Readiness: AnyObject, Sendable {
    /// Called on the reactor's thread; it must not block. Returns true if it has told a task, which may
    /// answer at once.
    func isReady(toRead: Bool, toWrite: Bool) -> Bool
}
