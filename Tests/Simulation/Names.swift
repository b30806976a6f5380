import BankumModel

// The engine has a request of its own; here it is always that of the house.
typealias Request = BankumModel.Request
