/// A line of a job's log on its way to the database.
package struct PendingLogLine: Sendable, Hashable {
    /// How many seconds ago it was logged: clocks differ from host to host, and the server's tells the time.
    package var age: Double
    /// `trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`.
    package var level: String
    /// What was logged.
    package var message: String

    package init(age: Double, level: String, message: String) {
        self.age = age
        self.level = level
        self.message = message
    }
}
