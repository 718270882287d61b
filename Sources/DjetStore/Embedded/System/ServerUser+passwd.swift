import Glibc

/// Users from the system's user database.
extension ServerUser {
    init?(named name: String) {
        guard let entry = Self.entry({ getpwnam_r(name, $0, $1, $2, $3) }) else { return nil }
        self = entry
    }

    /// Looks the user up by number; one without an entry, as in many containers, is named by its number.
    init(id: uid_t, group: gid_t) {
        let entry = Self.entry { getpwuid_r(id, $0, $1, $2, $3) }
        self.init(id: id, group: group, name: entry?.name ?? "\(id)")
    }

    private typealias Look = (
        UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32

    private static func entry(_ look: Look) -> ServerUser? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { texts in
            guard let start = texts.baseAddress else { return nil }
            guard look(&entry, start, texts.count, &found) == 0, let user = found?.pointee else { return nil }
            return ServerUser(id: user.pw_uid, group: user.pw_gid, name: String(cString: user.pw_name))
        }
    }
}
