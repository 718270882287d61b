/// The check of a typed queue name.
enum QueueName {
    /// Throws `CommandFailure` if the name cannot be a queue's.
    static func check(_ name: String) throws {
        guard name.utf8.count <= 30,
            name.wholeMatch(of: #/[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*/#) != nil
        else {
            throw CommandFailure(
                .usage,
                "“\(name.prefix(60))” cannot be a queue: take up to 30 of a–z, 0–9, _ and -, parts joined by dots"
            )
        }
    }
}
