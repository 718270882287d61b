/// The state of a task of which there is never more than one: whoever has work begins it, unless it runs
/// already, and it goes on until there is nothing to do.
///
/// It has no lock of its own. It lies in the guarded state that holds the work, and is changed under the same
/// lock as the work, so that no work is noted just when the task has seen that there is none.
///
/// ```swift
/// let mustBegin = state.withLock { state in
///     state.pending.append(item)
///     return state.writer.begin()
/// }
/// if mustBegin { Task { await write() } }
/// ```
///
/// The task asks ``goesOn(if:)`` before each round.
package struct SingleRunner: Sendable {
    /// True from the moment that a caller must begin the task until the task ends.
    package private(set) var isRunning = false

    package init() {}

    /// Returns true if the caller must begin the task.
    package mutating func begin() -> Bool {
        defer { isRunning = true }
        return !isRunning
    }

    /// Returns `hasWork`. If it is false, the task must end, and the next `begin()` returns true.
    package mutating func goesOn(if hasWork: Bool) -> Bool {
        isRunning = hasWork
        return hasWork
    }

    /// Notes that the task has ended.
    package mutating func end() {
        isRunning = false
    }
}
