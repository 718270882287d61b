/// A way in which a server falls silent: it neither answers nor breaks.
enum SilenceKind: String, CaseIterable, Sendable {
    /// The network swallows what it and its clients say. Its address leads to its successor as soon as there is one.
    case swallow
    /// Its processes stand still, and its kernel acknowledges what it is sent. Its address goes on to lead to it.
    case freeze
}
