import DjetModel

/// The limits of a queue that the form names.
struct NewLimitForm: Decodable, Sendable {
    /// The name of the queue, without `.*`: its limits hold for those below it, too.
    var queue: String
    /// The limits, whose fields stand beside the name.
    var limit: QueueLimit

    private enum CodingKeys: CodingKey { case queue }

    init(from decoder: any Decoder) throws {
        queue = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .queue)
        limit = try QueueLimit(from: decoder)
    }

    /// Returns the limits. Throws `ModelError.invalid` if there are none: a name that was typed must not
    /// remove those of a queue.
    func checkedLimit() throws -> QueueLimit {
        guard !limit.isEmpty else { throw ModelError.invalid("give at least one limit, such as a rate") }
        return limit
    }
}
