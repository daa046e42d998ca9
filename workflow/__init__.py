"""What people do: one module a process; every public function takes the actor first."""
