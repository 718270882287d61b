import DjetModel
import DjetStore

/// What a device that makes one-time codes would show.
extension People {
    /// The code of a user's secret by the clock, or so many half minutes later; also of one that is not confirmed yet.
    package func code(of name: String, _ steps: Int = 0) async throws -> String {
        try await database.store.first(
            """
            select djet.totp(f.secret, floor(extract(epoch from \(clock.now)::timestamptz) / 30)::bigint + \(steps))
            from djet.second_factor f
            join djet.users u on u.id = f.user_id
            where u.name = \(name)
            """, as: String.self) ?? ""
    }

    /// Sets up a second factor for somebody, and returns their recovery codes.
    @discardableResult
    package func enrol(_ name: String, keeping session: Int64? = nil) async throws -> [String] {
        let model = acting(as: name)
        try await model.beginSecondFactor(of: name, password: nil, in: session)
        let codes = try await model.confirmSecondFactor(of: name, code: code(of: name), keeping: session)
        // The code of this half minute is used up.
        clock.advance(by: 60)
        return codes
    }
}
