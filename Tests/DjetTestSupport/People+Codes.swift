import DjetModel
import DjetStore

/// The one-time codes that a device would show.
extension People {
    /// Returns a user's code at the clock's time, or so many half minutes later. The secret may be
    /// unconfirmed.
    package func code(of name: String, _ steps: Int = 0) async throws -> String {
        try await database.store.first(
            """
            select djet.totp(f.secret, floor(extract(epoch from \(clock.now)::timestamptz) / 30)::bigint + \(steps))
            from djet.second_factor f
            join djet.users u on u.id = f.user_id
            where u.name = \(name)
            """, as: String.self) ?? ""
    }

    /// Sets up a second factor for a user, and returns the recovery codes.
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
