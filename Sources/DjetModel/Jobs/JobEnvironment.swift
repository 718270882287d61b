/// What travels with a job, so that it runs as a call would have run.
package struct JobEnvironment: Codable, Sendable, Hashable {
    package var user: String?
    package var locale: String?

    package init(user: String? = nil, locale: String? = nil) {
        self.user = user
        self.locale = locale
    }
}
