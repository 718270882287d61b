extension Set<String> {
    /// The roles of somebody who does all the work of the shipped business.
    static var office: Set<String> { ["sales", "warehouse", "accounting"] }
}
