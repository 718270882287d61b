/// A line of a job's log on its way to the database.
package struct PendingLogLine: Sendable, Hashable {
    /// The seconds since it was logged. Hosts' clocks differ, so that the server's clock sets the time.
    package var age: Double
    /// The level: `trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`.
    package var level: String
    /// The message.
    package var message: String

    package init(age: Double, level: String, message: String) {
        self.age = age
        self.level = level
        self.message = message
    }
}
