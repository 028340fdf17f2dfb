"""What people can do: one function a use case, one transaction each."""
