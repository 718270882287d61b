import DjetJSON

/// The parts of a function's jobs that are encrypted in the process, before they are sent to the database.
///
/// ```swift
/// struct Pay: ModelFunction {
///     static let name = "shop.pay"
///     static var secret: Secret { .arguments("card") }
///     var order: Int
///     var card: String
///     …
/// }
/// ```
///
/// Pages, lists and commands show “secret” in their place. Progress, log, errors and the values of steps
/// are not encrypted, nor are arguments that SQL offloads.
public enum Secret: Sendable, Hashable {
    /// Nothing.
    case nothing
    /// The arguments of these names.
    case named(Set<String>)
    /// All arguments, and the reply.
    case everything

    /// The arguments of these names.
    public static func arguments(_ names: String...) -> Secret { .named(Set(names)) }

    /// The arguments that it names.
    package var names: Set<String> {
        if case .named(let names) = self { names } else { [] }
    }

    /// Returns true if the argument on a path such as `order.customer` is secret.
    package func hides(_ path: String) -> Bool {
        switch self {
        case .nothing: false
        case .named(let names): path.split(separator: ".").first.map { names.contains(String($0)) } ?? false
        case .everything: true
        }
    }

    /// Returns true if the value in a place is encrypted. In any other place, one that looks so is plain
    /// data, unless an older version of the function encrypted it.
    func covers(_ place: SecretPlace) -> Bool {
        switch self {
        case .nothing: false
        case .named(let names): names.contains { place.part == "arguments.\($0)" }
        case .everything: place.part == "arguments" || place.part == "reply"
        }
    }

    /// The word that pages show in place of a secret.
    static let mask = "secret"

    /// Returns true if these arguments have secret ones among them.
    func isIn(_ arguments: JSONTree) -> Bool {
        switch self {
        case .nothing: false
        case .named(let names): names.contains { arguments[$0] != nil }
        case .everything: arguments != .object([])
        }
    }

    /// Throws `ModelError.invalid` for a rule by which jobs are unique by arguments that are secret.
    func check(_ unique: Unique?, of kind: String) throws {
        guard self != .nothing, let unique, unique.key == nil else { return }
        throw ModelError.invalid(
            "the jobs of \(kind) cannot be unique by their arguments, which are secret: give the rule a key")
    }

    /// Throws `ModelError.invalid` for arguments that repeat what a page shows in place of a secret.
    func checkTyped(_ arguments: JSONTree) throws {
        for name in names.sorted() where arguments[name] == .text(Self.mask) {
            throw ModelError.invalid(
                "\(name): “\(Self.mask)” is what is shown in its place: give its value, or run the job again with "
                    + "the arguments that it has")
        }
    }
}

/// A place in a job where a secret may stand. A secret that is moved to another place cannot be read there.
struct SecretPlace: Sendable {
    let kind: String
    /// `arguments`, `arguments.card` or `reply`.
    let part: String
    /// The number of the job, which is known once there is a reply.
    var job: Int64?

    /// The text that is authenticated with the secret.
    var bytes: [UInt8] { Array("\(kind)\n\(part)\(job.map { "\n\($0)" } ?? "")".utf8) }

    /// The same place, as replies were written before they were bound to their jobs.
    var ofAnyJob: SecretPlace { SecretPlace(kind: kind, part: part) }
}

extension SecretPlace: CustomStringConvertible {
    var description: String { "“\(part)” of \(kind)" }
}
