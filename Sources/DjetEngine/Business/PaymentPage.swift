import DjetModel

/// A payment with what it settles.
struct PaymentPage: Codable, Sendable {
    let payment: CustomerPayment
    /// The address of the payments.
    let paymentsPath: String
    let paths: BusinessPaths

    init(_ visit: Visit, _ payment: CustomerPayment) {
        self.payment = payment
        paymentsPath = visit.path()
        paths = BusinessPaths(visit)
    }
}

/// A line of a bank statement.
struct BankLinePage: Codable, Sendable {
    let line: BankLine
    /// True if the visitor may assign it, and it can be assigned.
    let mayAssign: Bool
    /// The address of the payments.
    let paymentsPath: String
    let paths: BusinessPaths

    init(_ visit: Visit, _ line: BankLine) {
        self.line = line
        mayAssign = visit.may(.use) && [.toAssign, .reversed, .setAside].contains(line.state)
        paymentsPath = visit.path()
        paths = BusinessPaths(visit)
    }
}
